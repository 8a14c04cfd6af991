// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/help_texts.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/document.h"

namespace rnnscope {
namespace {

using Json = nlohmann::ordered_json;

/// Of the program's own files, which a test holds to be whole.
Json own(const char* file) {
    return Json::parse(openFile(file).value());
}

LessonText textFrom(const Json& json) {
    std::map<std::string, std::vector<std::string>, std::less<>> words;
    for (const auto& [language, text] : json.items())
        words[language] = text.is_array() ? text.get<std::vector<std::string>>()
                                          : std::vector{text.get<std::string>()};
    return LessonText(std::move(words));
}

}  // namespace

const std::vector<PanelHelp>& panelHelp() {
    static const std::vector<PanelHelp> all = [] {
        std::vector<PanelHelp> read;
        const Json file = own(":/help/panels.json");
        for (const auto& [id, entry] : file.at("panels").items())
            read.push_back({id, textFrom(entry.at("text")), entry.at("formula"), entry.at("lesson"),
                            entry.at("page").get<int>() - 1});
        return read;
    }();
    return all;
}

const PanelHelp* findPanelHelp(const QString& id) {
    const auto& all = panelHelp();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const PanelHelp& each) { return each.id == id.toStdString(); });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<HowTo>& howTos() {
    static const std::vector<HowTo> all = [] {
        std::vector<HowTo> read;
        const Json file = own(":/help/manual.json");
        for (const auto& [id, entry] : file.at("chapters").items())
            read.push_back({id, textFrom(entry.at("title")), textFrom(entry.at("text"))});
        return read;
    }();
    return all;
}

}  // namespace rnnscope
