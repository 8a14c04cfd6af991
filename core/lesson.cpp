// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/json_fields.h"
#include "core/lesson_fields.h"
#include "core/lesson_named.h"
#include "core/lesson_reader.h"
#include "core/lesson_setup.h"
#include "core/lesson_slips.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using Json = nlohmann::json;
using Extent = LessonReader::Extent;

bool isIn(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Ids of the quantities of a setup's cell and of those it is compared with, and what else is
/// drawn.
std::vector<std::string_view> quantitiesOf(const Setup& setup) {
    std::vector<std::string_view> ids(std::begin(drawnBeside), std::end(drawnBeside));
    const auto lanes = laneSetups(setup);
    for (const Setup& lane : lanes ? *lanes : std::vector{setup})
        if (const Cell* cell = findCell(lane.cell))
            for (const Quantity& quantity : cell->quantities())
                if (!isIn(ids, quantity.id))
                    ids.push_back(quantity.id);
    return ids;
}

class Pages {
  public:
    Pages(LessonReader& reader, const LessonNames& names) : reader_(reader), names_(names) {}

    Lesson read(const LessonPlace& root) {
        Lesson lesson;
        lesson.file = reader_.file();
        readId(root, lesson);
        lesson.languages = languagesOf(root);
        reader_.setLanguages(lesson.languages);
        lesson.title = reader_.needText(root, "title", Extent::Line);
        if (const auto summary = LessonReader::find(root, "summary"))
            lesson.summary = reader_.text(*summary, "summary", Extent::Line);
        if (const auto minutes = LessonReader::find(root, "minutes"))
            lesson.minutes =
                static_cast<int>(reader_.whole(*minutes, "minutes", 1, mostMinutes).value_or(0));
        reader_.warnOfUnknown(root, lessonFields);
        const auto setup =
            reader_.need(root, "setup", Sentence::tr("an object with what every page begins with"));
        const auto pages = reader_.need(root, "pages", Sentence::tr("a list of pages"));
        LessonSetup base(reader_);
        const bool usable = setup && base.add(*setup, "setup") && base.read(setup->pointer);
        if (!pages)
            return lesson;
        const auto items = reader_.list(*pages, "pages", 1, mostLessonPages, Sentence::tr("pages"));
        lesson.pages.reserve(items.size());
        for (std::size_t k = 0; k < items.size(); ++k) {
            reader_.setWhere(Sentence::tr("page %1", k + 1));
            lesson.pages.push_back(page(items[k], k + 1, usable ? &base : nullptr));
        }
        reader_.setWhere("");
        lesson.picture = picture(root, lesson.pages);
        return lesson;
    }

  private:
    LessonPicture picture(const LessonPlace& root, const std::vector<LessonPage>& pages) {
        LessonPicture picture;
        if (!pages.empty() && !pages.front().panels.empty())
            picture.panel = pages.front().panels.front();
        const auto place = LessonReader::find(root, "picture");
        if (!place || pages.empty() || !reader_.isObject(*place, "picture"))
            return picture;
        reader_.warnOfUnknown(*place, pictureFields, "picture.");
        const auto page = reader_.need(*place, "page", Sentence::tr("the number of a page"));
        const auto last = static_cast<std::int64_t>(pages.size());
        if (const auto number = page ? reader_.whole(*page, "picture.page", 1, last) : std::nullopt)
            picture.page = static_cast<std::size_t>(*number - 1);
        const auto panel = reader_.need(*place, "panel", aPanel.needed());
        if (const auto id = panel
                                ? readNamed(reader_, *panel, "picture.panel", aPanel, names_.panels)
                                : std::nullopt)
            picture.panel = *id;
        warnOfPicture(reader_, *place, picture, pages);
        return picture;
    }

    void readId(const LessonPlace& root, Lesson& lesson) {
        const std::string needed =
            Sentence::tr("small letters, digits and hyphens, as \"one-cell\",");
        const auto place = reader_.need(root, "id", needed);
        const auto id = place ? reader_.word(*place, "id", needed) : std::nullopt;
        if (!id)
            return;
        const bool plain = std::all_of(id->begin(), id->end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
        if (id->empty() || id->size() > 64 || !plain)
            reader_.mismatch(*place, "id", needed);
        lesson.id = *id;
    }

    std::vector<std::string> languagesOf(const LessonPlace& root) {
        std::vector<std::string> found;
        const auto place = LessonReader::find(root, "languages");
        if (!place)
            return {std::string(languages.front())};
        for (const LessonPlace& each :
             reader_.list(*place, "languages", 1, languages.size(), Sentence::tr("languages"))) {
            const auto language =
                reader_.word(each, "languages", Sentence::tr("a language, as \"en\","));
            if (!language)
                continue;
            if (!isIn(languages, *language))
                reader_.problem(each.pointer, Sentence::tr("there is no language %1; there are %2",
                                                           shown(*language), listed(languages)));
            else if (std::find(found.begin(), found.end(), *language) == found.end())
                found.push_back(*language);
        }
        return found.empty() ? std::vector{std::string(languages.front())} : found;
    }

    /// The setup with what a page or a claim sets, if it is a sound one.
    std::optional<LessonSetup> setup(const LessonSetup* base, const LessonPlace& around) {
        if (!base)
            return std::nullopt;
        LessonSetup own = *base;
        const auto set = LessonReader::find(around, "set");
        if (!set)
            return own;
        if (!own.add(*set, "set") || !own.read(set->pointer))
            return std::nullopt;
        return own;
    }

    LessonPage page(const LessonPlace& place, std::size_t number, const LessonSetup* base) {
        LessonPage page;
        page.line = reader_.line(place.pointer);
        if (!reader_.isObject(place, "pages"))
            return page;
        reader_.warnOfUnknown(place, pageFields);
        page.title = reader_.needText(place, "title", Extent::Line);
        page.text = reader_.needText(place, "text", Extent::Paragraphs);
        if (const auto notes = LessonReader::find(place, "notes"))
            page.notes = reader_.text(*notes, "notes", Extent::Paragraphs);
        const auto own = setup(base, place);
        if (own)
            page.setup = own->setup();
        const Setup* known = own ? &page.setup : nullptr;
        readUpdate(place, known, page);
        if (const auto at = LessonReader::find(place, "at"))
            readPlace(*at, known, page);
        page.plays = reader_.truth(place, "play");
        if (const auto panels = LessonReader::find(place, "panels"))
            for (const LessonPlace& each :
                 reader_.list(*panels, "panels", 1, names_.panels.size(), Sentence::tr("panels")))
                if (const auto panel = readNamed(reader_, each, "panels", aPanel, names_.panels))
                    page.panels.push_back(*panel);
        if (const auto switches = LessonReader::find(place, "switch"))
            readSwitches(*switches, page);
        if (const auto points = LessonReader::find(place, "point"))
            for (const LessonPlace& each :
                 reader_.list(*points, "point", 1, mostPoints, Sentence::tr("things to point at")))
                point(each, known, page);
        if (const auto question = LessonReader::find(place, "question"))
            page.question = readQuestion(*question);
        if (const auto claims = LessonReader::find(place, "claims")) {
            const auto items =
                reader_.list(*claims, "claims", 1, mostClaims, Sentence::tr("claims"));
            for (std::size_t k = 0; k < items.size(); ++k) {
                reader_.setWhere(Sentence::tr("page %1, claim %2", number, k + 1));
                page.claims.push_back(claim(items[k], own ? &*own : nullptr));
            }
            reader_.setWhere(Sentence::tr("page %1", number));
        }
        warnOfSlips(reader_, place, known, page);
        return page;
    }

    void readUpdate(const LessonPlace& place, const Setup* setup, LessonPage& page) {
        const auto update = LessonReader::find(place, "update");
        if (!update)
            return;
        page.update =
            static_cast<int>(reader_.whole(*update, "update", 0, mostUpdates).value_or(0));
        if (page.update > 0 && setup && setup->target.kind == TargetSource::Kind::None)
            reader_.problem(update->pointer,
                            Sentence::tr("\"update\" is %1, but nothing is learnt with the target "
                                         "none; set another target, or leave the update out",
                                         page.update));
    }

    void readPlace(const LessonPlace& place, const Setup* setup, LessonPage& page) {
        if (!reader_.isObject(place, "at"))
            return;
        std::string field;
        auto view = placeFromFields(place.value, "at.", reader_.file(), field);
        if (!view) {
            reader_.problem(pointerTo(place.pointer, field), view.error().message);
            return;
        }
        page.view = *std::move(view);
        if (page.view.phase != "forward" && setup && setup->target.kind == TargetSource::Kind::None)
            reader_.problem(
                pointerTo(place.pointer, "phase"),
                Sentence::tr("\"at.phase\" is '%1', but there is no loss with the target none; set "
                             "another target, or show the phase forward",
                             page.view.phase));
        reader_.warnOfUnknown(place, placeFields, "at.");
    }

    void readSwitches(const LessonPlace& place, LessonPage& page) {
        if (!reader_.isObject(place, "switch"))
            return;
        for (const auto& item : place.value.items()) {
            const LessonPlace each{item.value(), pointerTo(place.pointer, item.key())};
            const auto known =
                std::find_if(names_.switches.begin(), names_.switches.end(),
                             [&](const LessonSwitchNames& row) { return row.id == item.key(); });
            if (known == names_.switches.end()) {
                std::vector<std::string_view> ids;
                ids.reserve(names_.switches.size());
                for (const LessonSwitchNames& row : names_.switches)
                    ids.push_back(row.id);
                reader_.problem(each.pointer, aSwitch.none(shown(item.key()), listed(ids)));
            } else if (const auto word =
                           readNamed(reader_, each, "switch." + item.key(), aPlace, known->words)) {
                page.switches[item.key()] = *word;
            }
        }
    }

    void point(const LessonPlace& place, const Setup* setup, LessonPage& page) {
        const std::string needed =
            Sentence::tr("an object with one of \"panel\", \"control\", \"quantity\"");
        if (place.value.is_object() && place.value.size() > 1) {
            reader_.problem(
                place.pointer,
                Sentence::tr("\"point\" names %1 things at once; an object for each is needed",
                             place.value.size()));
            return;
        }
        if (!place.value.is_object() || place.value.empty()) {
            reader_.mismatch(place, "point", needed);
            return;
        }
        const auto target = [&](LessonTarget::Kind of, const char* field, const Named& kind,
                                std::span<const std::string_view> known) {
            const auto value = LessonReader::find(place, field);
            if (value)
                if (const auto id =
                        readNamed(reader_, *value, std::string("point.") + field, kind, known))
                    page.points.push_back({of, *id});
            return value.has_value();
        };
        if (target(LessonTarget::Kind::Panel, "panel", aPanel, names_.panels) ||
            target(LessonTarget::Kind::Control, "control", aControl, names_.controls))
            return;
        const auto quantity = LessonReader::find(place, "quantity");
        if (!quantity)
            reader_.mismatch(place, "point", needed);
        else if (!setup || !setup->weights.file.empty())
            takeQuantity(*quantity, page);  // the file tells of which cell the weights are
        else
            target(LessonTarget::Kind::Quantity, "quantity", aQuantity, quantitiesOf(*setup));
    }

    void takeQuantity(const LessonPlace& place, LessonPage& page) {
        if (const auto id = reader_.word(place, "point.quantity", aQuantity.needed()))
            page.points.push_back({LessonTarget::Kind::Quantity, *id});
    }

    LessonQuestion readQuestion(const LessonPlace& place) {
        LessonQuestion question;
        if (!reader_.isObject(place, "question"))
            return question;
        reader_.warnOfUnknown(place, questionFields, "question.");
        question.text = reader_.needText(place, "text", Extent::Paragraphs, "question.");
        const auto choices =
            reader_.need(place, "choices", Sentence::tr("a list of two texts or more"));
        const auto answer =
            reader_.need(place, "answer", Sentence::tr("the number of the right choice, from 1,"));
        std::vector<LessonPlace> items;
        if (choices)
            items = reader_.list(*choices, "choices", 2, mostChoices, Sentence::tr("choices"));
        for (const LessonPlace& each : items)
            question.choices.push_back(reader_.text(each, "choices", Extent::Line));
        if (answer && items.size() > 1)
            question.answer =
                static_cast<std::size_t>(
                    reader_.whole(*answer, "answer", 1, static_cast<std::int64_t>(items.size()))
                        .value_or(1)) -
                1;
        question.why = reader_.needText(place, "why", Extent::Paragraphs, "question.");
        return question;
    }

    LessonClaim claim(const LessonPlace& place, const LessonSetup* base) {
        LessonClaim claim;
        claim.line = reader_.line(place.pointer);
        claim.seeds = {1, 2, 3, 4, 5};
        if (!reader_.isObject(place, "claims"))
            return claim;
        reader_.warnOfUnknown(place, claimFields);
        if (const auto says = reader_.need(place, "says", Sentence::tr("what is claimed")))
            claim.says = reader_.note(*says, "says");
        if (const auto own = setup(base, place))
            claim.setup = own->setup();
        readMeasure(place, claim);
        if (const auto seeds = LessonReader::find(place, "seeds")) {
            claim.seeds.clear();
            for (const LessonPlace& each :
                 reader_.list(*seeds, "seeds", 1, mostSeeds, Sentence::tr("seeds")))
                if (const auto seed = reader_.whole(each, "seeds", 0, INT64_MAX))
                    claim.seeds.push_back(static_cast<std::uint64_t>(*seed));
        }
        if (const auto range =
                reader_.need(place, "range", Sentence::tr("a list of two numbers, as [0.4, 0.8],")))
            readRange(*range, claim);
        return claim;
    }

    void readMeasure(const LessonPlace& place, LessonClaim& claim) {
        const auto name = reader_.need(place, "measure", aMeasure.needed());
        std::vector<std::string_view> known;
        known.reserve(measures().size());
        for (const Measure& each : measures())
            known.push_back(each.id);
        const auto id = name ? readNamed(reader_, *name, "measure", aMeasure, known) : std::nullopt;
        const auto with = LessonReader::find(place, "with");
        if (with && reader_.isObject(*with, "with"))
            for (const auto& item : with->value.items()) {
                const LessonPlace each{item.value(), pointerTo(with->pointer, item.key())};
                if (!item.value().is_number() && !item.value().is_string())
                    reader_.mismatch(each, "with." + item.key(),
                                     Sentence::tr("a number or a word"));
                else
                    claim.with[item.key()] = item.value().is_string()
                                                 ? item.value().get<std::string>()
                                                 : item.value().dump();
            }
        if (!id)
            return;
        claim.measure = *id;
        if (const auto status = checkOptions(*findMeasure(*id), claim.with); !status)
            reader_.problem(with ? with->pointer : name->pointer,
                            Sentence::tr("measure '%1': %2", *id, status.error().message));
    }

    void readRange(const LessonPlace& place, LessonClaim& claim) {
        const std::string needed =
            Sentence::tr("a list of two numbers, the smaller one first, or null for an open end,");
        const auto end = [&](std::size_t k, double open) -> std::optional<double> {
            const Json& value = place.value[k];
            if (value.is_null())
                return open;
            return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
        };
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const bool pair = place.value.is_array() && place.value.size() == 2;
        const auto from = pair ? end(0, -infinity) : std::nullopt;
        const auto to = pair ? end(1, infinity) : std::nullopt;
        if (!from || !to) {
            reader_.mismatch(place, "range", needed);
            return;
        }
        if (*from > *to) {
            reader_.problem(
                place.pointer,
                Sentence::tr("\"range\" goes from %1 to %2; the smaller number comes first",
                             place.value[0].dump(), place.value[1].dump()));
            return;
        }
        claim.from = *from;
        claim.to = *to;
    }

    LessonReader& reader_;
    const LessonNames& names_;
};

}  // namespace

const std::vector<std::string>& LessonText::in(std::string_view language) const {
    static const std::vector<std::string> none;
    if (const auto found = words_.find(language); found != words_.end())
        return found->second;
    for (const std::string_view each : languages)
        if (const auto found = words_.find(each); found != words_.end())
            return found->second;
    return none;
}

std::string LessonText::line(std::string_view language) const {
    const auto& paragraphs = in(language);
    return paragraphs.empty() ? std::string() : paragraphs.front();
}

LessonReading readLesson(const std::string& text, const std::string& file,
                         const LessonNames& names) {
    LessonReading result;
    if (text.size() > mostLessonBytes) {
        result.problems.push_back(
            Error{Sentence::tr("is larger than 16 MiB; a lesson is smaller"), file});
        return result;
    }
    const auto json = parseOwnJson(text, file, lessonKind);
    if (!json) {
        result.problems.push_back(json.error());
        return result;
    }
    LessonReader reader(text, file, result);
    reader.warnOfRepeated();
    Lesson lesson = Pages(reader, names).read({*json, ""});
    if (reader.sound())
        result.lesson = std::move(lesson);
    return result;
}

Result<Lesson> lessonFromJson(const std::string& text, const std::string& file,
                              const LessonNames& names, std::vector<std::string>& warnings) {
    LessonReading reading = readLesson(text, file, names);
    warnings.insert(warnings.end(), reading.warnings.begin(), reading.warnings.end());
    if (!reading.lesson)
        return reading.problems.front();
    return *std::move(reading.lesson);
}

}  // namespace rnnscope
