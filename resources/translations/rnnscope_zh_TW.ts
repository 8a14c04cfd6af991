<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AccessiblePanel</name>
    <message>
        <source>As a table</source>
        <translation>顯示為表格</translation>
    </message>
    <message>
        <source>Shows the numbers of this panel as a table</source>
        <translation>把這個面板的數值顯示為表格</translation>
    </message>
    <message>
        <source>A shows the numbers as a table</source>
        <translation>按 A 把數值顯示為表格</translation>
    </message>
</context>
<context>
    <name>FigureSize</name>
    <message>
        <source>As on screen</source>
        <translation>與螢幕相同</translation>
    </message>
    <message>
        <source>Slide, 16 : 9</source>
        <translation>投影片，16 : 9</translation>
    </message>
    <message>
        <source>Two thirds of a slide, 16 : 9</source>
        <translation>三分之二投影片，16 : 9</translation>
    </message>
    <message>
        <source>Half a slide, 16 : 9</source>
        <translation>半張投影片，16 : 9</translation>
    </message>
    <message>
        <source>Slide, 4 : 3</source>
        <translation>投影片，4 : 3</translation>
    </message>
    <message>
        <source>Two thirds of a slide, 4 : 3</source>
        <translation>三分之二投影片，4 : 3</translation>
    </message>
    <message>
        <source>Half a slide, 4 : 3</source>
        <translation>半張投影片，4 : 3</translation>
    </message>
    <message>
        <source>Column of text</source>
        <translation>內文單欄</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自訂大小</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>one forward and one backward pass; every value to an NPZ file</source>
        <translation>一次前向與一次反向傳播；所有值存入 NPZ 檔案</translation>
    </message>
    <message>
        <source>trains; history to a CSV file, weights to a safetensors file</source>
        <translation>訓練；歷程存入 CSV 檔案，權重存入 safetensors 檔案</translation>
    </message>
    <message>
        <source>draws a panel, or the workspace, to SVG, PDF or PNG</source>
        <translation>將面板或工作區繪製為 SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>writes a PyTorch program that prints the same numbers</source>
        <translation>寫出會印出相同數值的 PyTorch 程式</translation>
    </message>
    <message>
        <source>Inside, over time</source>
        <translation>內部隨時間的變化</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 個單元</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>雙向</translation>
    </message>
    <message>
        <source>gradient clipping by norm at %1</source>
        <translation>依範數裁剪梯度，閾值 %1</translation>
    </message>
    <message>
        <source>gradient clipping by value at %1</source>
        <translation>依數值裁剪梯度，閾值 %1</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>種子 %1</translation>
    </message>
    <message>
        <source>weights from %1</source>
        <translation>權重來自 %1</translation>
    </message>
    <message>
        <source>recurrent ρ %1</source>
        <translation>循環權重 ρ %1</translation>
    </message>
    <message>
        <source>forget bias %1</source>
        <translation>遺忘偏置 %1</translation>
    </message>
    <message>
        <source>update bias %1</source>
        <translation>更新偏置 %1</translation>
    </message>
    <message>
        <source>after 1 update</source>
        <translation>1 次更新後</translation>
    </message>
    <message>
        <source>Unrolled through time</source>
        <translation>沿時間展開</translation>
    </message>
    <message>
        <source>Unrolled</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>Inside the cell</source>
        <translation>細胞內部</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>細胞</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>方程式</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排比較</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>單一單元</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單元</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>所有數值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Input, target and output</source>
        <translation>輸入、目標與輸出</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>閘</translation>
    </message>
    <message>
        <source>Cell state</source>
        <translation>細胞狀態</translation>
    </message>
    <message>
        <source>Hidden state</source>
        <translation>隱藏狀態</translation>
    </message>
    <message>
        <source>Gradient through time</source>
        <translation>梯度隨時間的變化</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Jacobians over time</source>
        <translation>雅可比矩陣隨時間的變化</translation>
    </message>
    <message>
        <source>Jacobians</source>
        <translation>雅可比矩陣</translation>
    </message>
    <message>
        <source>Who learns from whom ‖∂Lₜ/∂hₖ‖</source>
        <translation>誰向誰學習 ‖∂Lₜ/∂hₖ‖</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>梯度流</translation>
    </message>
    <message>
        <source>Where the gradient went</source>
        <translation>梯度的去向</translation>
    </message>
    <message>
        <source>Where it went</source>
        <translation>梯度去向</translation>
    </message>
    <message>
        <source>Phase plane</source>
        <translation>相平面</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>相平面</translation>
    </message>
    <message>
        <source>Clipping bench</source>
        <translation>裁剪實驗台</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>The cliff</source>
        <translation>峭壁</translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation>峭壁</translation>
    </message>
    <message>
        <source>Drawn sequence</source>
        <translation>手繪序列</translation>
    </message>
    <message>
        <source>Without a target there is no loss and no gradient, so nothing to train; choose one under Sequence, Target</source>
        <translation>沒有目標就沒有損失與梯度，也就沒有東西可訓練；請在「序列」的「目標」中選擇</translation>
    </message>
    <message>
        <source>What a network generates has no target, so no loss and no gradient; go back to the sequence under Generation</source>
        <translation>網路生成的內容沒有目標，因此沒有損失與梯度；請在「生成」中回到序列</translation>
    </message>
    <message>
        <source>Noisy sine</source>
        <translation>含雜訊的正弦</translation>
    </message>
    <message>
        <source>A sine with noise; the next value is asked</source>
        <translation>帶雜訊的正弦波；要求預測下一個值</translation>
    </message>
    <message>
        <source>A pulse to remember</source>
        <translation>要記住的脈衝</translation>
    </message>
    <message>
        <source>A pulse comes early and its sign is asked at the end</source>
        <translation>開頭出現一個脈衝，最後要求給出它的正負號</translation>
    </message>
    <message>
        <source>A short text</source>
        <translation>一小段文字</translation>
    </message>
    <message>
        <source>One character a step; the next character is asked</source>
        <translation>每步一個字元；要求預測下一個字元</translation>
    </message>
    <message>
        <source>Vanish, hold, grow</source>
        <translation>消失、保持、增長</translation>
    </message>
    <message>
        <source>Drag Recurrent ρ over 0.5, 1 and 1.6: the gradient falls, holds, rises</source>
        <translation>拖曳「循環權重 ρ」經過 0.5、1 與 1.6：梯度下降、保持、上升</translation>
    </message>
    <message>
        <source>Who contributes?</source>
        <translation>誰在貢獻梯度？</translation>
    </message>
    <message>
        <source>Nearly all of the gradient comes from the last steps; give ρ a value and see</source>
        <translation>梯度幾乎全部來自最後幾步；為 ρ 設一個值看看</translation>
    </message>
    <message>
        <source>Explosion and rescue</source>
        <translation>爆炸與救援</translation>
    </message>
    <message>
        <source>Run twins: the first unclipped update ruins the network, the clipped one learns</source>
        <translation>執行對照訓練：不裁剪時第一次更新就毀掉網路，裁剪時則能學會</translation>
    </message>
    <message>
        <source>Norm against value</source>
        <translation>依範數還是依數值</translation>
    </message>
    <message>
        <source>Clipping by norm keeps the direction, by value bends it</source>
        <translation>依範數裁剪保持方向，依數值裁剪改變方向</translation>
    </message>
    <message>
        <source>How open is the carousel?</source>
        <translation>輸送帶開得多大？</translation>
    </message>
    <message>
        <source>Drag the forget bias from 0 to 5: it decides what is left after 100 steps</source>
        <translation>將遺忘偏置從 0 拖到 5：它決定 100 步之後還剩多少</translation>
    </message>
    <message>
        <source>One bit through noise</source>
        <translation>雜訊中的一個位元</translation>
    </message>
    <message>
        <source>Train with a forget bias of 1, then of 3</source>
        <translation>先以遺忘偏置 1 訓練，再以 3 訓練</translation>
    </message>
    <message>
        <source>An LSTM explodes</source>
        <translation>LSTM 也會梯度爆炸</translation>
    </message>
    <message>
        <source>The direct path shrinks, and yet the gradient grows: through the gates</source>
        <translation>直通路徑衰減，梯度卻在增長：經由各個閘</translation>
    </message>
    <message>
        <source>The adding race</source>
        <translation>加法賽跑</translation>
    </message>
    <message>
        <source>Train as GRU, LSTM and RNN: who gets there?</source>
        <translation>分別以 GRU、LSTM 與 RNN 訓練：誰能學會？</translation>
    </message>
    <message>
        <source>lists the lessons; check runs what they claim, draw draws them</source>
        <translation>列出課程；check 會執行並檢驗其中的說法，draw 會將其繪製出來</translation>
    </message>
    <message>
        <source>Phase and step</source>
        <translation>階段和步</translation>
    </message>
    <message>
        <source>%L1 units</source>
        <translation>%L1 個單元</translation>
    </message>
    <message>
        <source>%L1 layers</source>
        <translation>%L1 層</translation>
    </message>
    <message>
        <source>%L1 steps</source>
        <translation>%L1 步</translation>
    </message>
    <message>
        <source>after 0 to %L1 updates</source>
        <translation>0 到 %L1 次更新後</translation>
    </message>
    <message>
        <source>after %L1 updates</source>
        <translation>%L1 次更新後</translation>
    </message>
    <message>
        <source>Airline, standardised</source>
        <translation>航空旅客（標準化）</translation>
    </message>
    <message>
        <source>144 months of passengers, brought to mean 0 and deviation 1; the next month is asked</source>
        <translation>144 個月的旅客數，標準化為平均值 0、標準差 1；要求預測下一個月</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>the array cannot be read: %1; save the array with numpy.save</source>
        <translation>無法讀取陣列：%1；請用 numpy.save 儲存陣列</translation>
    </message>
    <message>
        <source>its shape is no tuple of whole numbers</source>
        <translation>其形狀不是由整數構成的元組</translation>
    </message>
    <message>
        <source>Python objects (dtype %1)</source>
        <translation>任意 Python 物件（dtype 為%1）</translation>
    </message>
    <message>
        <source>complex numbers (dtype %1)</source>
        <translation>複數（dtype 為%1）</translation>
    </message>
    <message>
        <source>text (dtype %1)</source>
        <translation>文字（dtype 為%1）</translation>
    </message>
    <message>
        <source>dates or times (dtype %1)</source>
        <translation>日期或時間（dtype 為%1）</translation>
    </message>
    <message>
        <source>raw records (dtype %1)</source>
        <translation>原始記錄（dtype 為%1）</translation>
    </message>
    <message>
        <source>extended floating point (dtype %1)</source>
        <translation>擴充精度浮點數（dtype 為%1）</translation>
    </message>
    <message>
        <source>values of unknown type (dtype %1)</source>
        <translation>未知型別的值（dtype 為%1）</translation>
    </message>
    <message>
        <source>choose a folder that you may write to</source>
        <translation>請選擇有寫入權限的資料夾</translation>
    </message>
    <message>
        <source>choose a folder that exists</source>
        <translation>請選擇已有的資料夾</translation>
    </message>
    <message>
        <source>make room or choose another folder</source>
        <translation>請騰出空間或選擇其他資料夾</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>請選擇其他位置</translation>
    </message>
    <message>
        <source>%1 step</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1 input</source>
        <translation>%1 個輸入</translation>
    </message>
    <message>
        <source>%1 inputs</source>
        <translation>%1 個輸入</translation>
    </message>
    <message>
        <source>%1 number</source>
        <translation>%1 個數</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 個數</translation>
    </message>
    <message>
        <source>%1 column</source>
        <translation>%1 欄</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 欄</translation>
    </message>
    <message>
        <source>%1 sequence</source>
        <translation>%1 個序列</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <translation>%1 個序列</translation>
    </message>
    <message>
        <source>%1 value</source>
        <translation>%1 個值</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 個值</translation>
    </message>
    <message>
        <source>write PLACE=VALUE, as x@5=0.3, h0_l0[2]=1 or weight_hh_l0.f[3,5]=0.7</source>
        <translation>請寫成 位置=值，如 x@5=0.3、h0_l0[2]=1 或 weight_hh_l0.f[3,5]=0.7</translation>
    </message>
    <message>
        <source>write QUANTITY=VALUE, as f=1 or h_l0[3]@5-9=0</source>
        <translation>請寫成 量=值，如 f=1 或 h_l0[3]@5-9=0</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>整數（%1 到 %2）</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>a lesson</source>
        <translation>課程</translation>
    </message>
    <message>
        <source>a setup</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>write OPTION=VALUE, as cell=rnn; *; cell=gru, forget-bias=2</source>
        <translation>請寫成 選項=值，如 cell=rnn; *; cell=gru, forget-bias=2</translation>
    </message>
    <message>
        <source>the array</source>
        <translation>陣列</translation>
    </message>
    <message>
        <source>array %1</source>
        <translation>陣列%1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另有 %2 個</translation>
    </message>
    <message>
        <source>an array of numbers, an array of rows, or an object of columns is needed</source>
        <translation>需要由數字組成的陣列、由列組成的陣列，或由欄組成的物件</translation>
    </message>
    <message>
        <source>%1 in row %2, column %3 is a missing value; give a number, or have missing values dropped or interpolated</source>
        <translation>第 %2 列、欄%3中的 %1 是缺失值；請給出數字，或選擇略去缺失值或以內插補上</translation>
    </message>
    <message>
        <source>%1 in row %2, column %3 is not a number; give a number, or have missing values dropped or interpolated</source>
        <translation>第 %2 列、欄%3中的 %1 不是數字；請給出數字，或選擇略去缺失值或以內插補上</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 位元組</translation>
    </message>
    <message>
        <source>the read-out is &apos;%1&apos;, which reads the last layer</source>
        <translation>讀出層是「%1」，它讀取最後一層</translation>
    </message>
    <message>
        <source>a read-out would have a bias beside it</source>
        <translation>讀出層應另有偏置</translation>
    </message>
    <message>
        <source>belongs neither to a recurrent layer nor to a read-out</source>
        <translation>既不屬於循環層，也不屬於讀出層</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <translation>「%1」</translation>
    </message>
</context>
<context>
    <name>rnnscope::Card</name>
    <message>
        <source>What can be done with this panel</source>
        <translation>此面板可用的操作</translation>
    </message>
    <message>
        <source>Menu of the panel %1</source>
        <translation>面板「%1」的選單</translation>
    </message>
    <message>
        <source>Export this panel…</source>
        <translation>匯出此面板…</translation>
    </message>
    <message>
        <source>Copy its data</source>
        <translation>複製其資料</translation>
    </message>
    <message>
        <source>Fill the window, or back</source>
        <translation>填滿視窗或還原</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>這是什麼？</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>顯示為表格</translation>
    </message>
</context>
<context>
    <name>rnnscope::CellPanel</name>
    <message>
        <source>held at %1</source>
        <translation>固定為 %1</translation>
    </message>
    <message>
        <source>Inside the cell</source>
        <translation>細胞內部</translation>
    </message>
    <message>
        <source>The %1 at t = %2, unit %3: %4</source>
        <translation>%1，t = %2，單元 %3：%4</translation>
    </message>
    <message>
        <source>Copy equations as LaTeX</source>
        <translation>複製方程式為 LaTeX</translation>
    </message>
    <message>
        <source>Copy equations as text</source>
        <translation>複製方程式為文字</translation>
    </message>
    <message>
        <source>Copy numbers of this step</source>
        <translation>複製此步的數值</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy the equations or the numbers of this step</source>
        <translation>複製方程式或此步的數值</translation>
    </message>
    <message>
        <source>Copy equations or numbers</source>
        <translation>複製方程式或數值</translation>
    </message>
    <message>
        <source>click a gate to hold it</source>
        <translation>點選閘即可固定</translation>
    </message>
    <message>
        <source>click a state to hold it</source>
        <translation>點選狀態即可固定</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>單元 %1</translation>
    </message>
    <message>
        <source>Hold %1, the %2…</source>
        <translation>固定 %1（%2）…</translation>
    </message>
    <message>
        <source>%1 is held at %2</source>
        <translation>%1 固定為 %2</translation>
    </message>
    <message>
        <source>%1 = %2; %3 is held, so nothing passes back</source>
        <translation>%1 = %2；%3 已固定，因此沒有梯度往回傳</translation>
    </message>
    <message>
        <source>%1 before the step</source>
        <translation>這一步之前的%1</translation>
    </message>
    <message>
        <source>input of the layer</source>
        <translation>本層的輸入</translation>
    </message>
    <message>
        <source>%1 = %2, held</source>
        <translation>%1 = %2，已固定</translation>
    </message>
    <message>
        <source>t = %1, unit %2</source>
        <translation>t = %1，單元 %2</translation>
    </message>
    <message>
        <source>quantity	value	gradient</source>
        <translation>量	值	梯度</translation>
    </message>
    <message>
        <source>quantity	value</source>
        <translation>量	值</translation>
    </message>
    <message>
        <source>what this step alone passes back</source>
        <translation>僅此一步往回傳的量</translation>
    </message>
</context>
<context>
    <name>rnnscope::ChoiceButton</name>
    <message>
        <source>%1 (your guess)</source>
        <translation>%1（你的猜測）</translation>
    </message>
    <message>
        <source>%1 (right)</source>
        <translation>%1（正確）</translation>
    </message>
    <message>
        <source>%1 (your guess, not right)</source>
        <translation>%1（你的猜測，不正確）</translation>
    </message>
</context>
<context>
    <name>rnnscope::ChoiceFields</name>
    <message>
        <source>+ choice</source>
        <translation>+ 選項</translation>
    </message>
    <message>
        <source>Another choice</source>
        <translation>再加一個選項</translation>
    </message>
    <message>
        <source>Choose the answer</source>
        <translation>選定答案</translation>
    </message>
    <message>
        <source>%1 is right</source>
        <translation>%1 是正確答案</translation>
    </message>
    <message>
        <source>This is the answer</source>
        <translation>這是答案</translation>
    </message>
    <message>
        <source>Choice %1</source>
        <translation>選項 %1</translation>
    </message>
    <message>
        <source>Without choice %1</source>
        <translation>去掉選項 %1</translation>
    </message>
    <message>
        <source>Type choice %1</source>
        <translation>輸入選項 %1</translation>
    </message>
    <message>
        <source>One choice less</source>
        <translation>少一個選項</translation>
    </message>
</context>
<context>
    <name>rnnscope::CliffControls</name>
    <message>
        <source>Rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>Clip at</source>
        <translation>裁剪閾值</translation>
    </message>
    <message>
        <source>One update back</source>
        <translation>退一次更新</translation>
    </message>
    <message>
        <source>One update back (←)</source>
        <translation>退一次更新（←）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Let both runs descend</source>
        <translation>讓兩條軌跡下降</translation>
    </message>
    <message>
        <source>One update on</source>
        <translation>進一次更新</translation>
    </message>
    <message>
        <source>One update on (→)</source>
        <translation>進一次更新（→）</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到結尾</translation>
    </message>
    <message>
        <source>To the last of %1 updates (End)</source>
        <translation>到最後一次更新，共 %1 次（End）</translation>
    </message>
    <message>
        <source>Back to the lesson&apos;s start: (%1, %2), rate %3, threshold %4</source>
        <translation>回到課程的起點：(%1, %2)，學習率 %3，閾值 %4</translation>
    </message>
    <message>
        <source>Learning rate of both runs</source>
        <translation>兩條軌跡的學習率</translation>
    </message>
    <message>
        <source>Threshold of the clipped run: gradients of a larger norm are scaled down to it</source>
        <translation>裁剪軌跡的閾值：範數更大的梯度會縮小到此值</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>update %1 of %2</source>
        <translation>第 %1 / %2 次更新</translation>
    </message>
</context>
<context>
    <name>rnnscope::CliffPanel</name>
    <message>
        <source>, since σ is flat there: (%1&#xa0;−&#xa0;%2)²&#xa0;=&#xa0;%3</source>
        <translation>，因為 σ 在該處平坦：(%1&#xa0;−&#xa0;%2)²&#xa0;=&#xa0;%3</translation>
    </message>
    <message>
        <source>loss %1, gradient norm %2</source>
        <translation>損失 %1，梯度範數 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>update %1: gradient norm %2, thrown to %3</source>
        <translation>第 %1 次更新：梯度範數 %2，被拋到 %3</translation>
    </message>
    <message>
        <source>; stuck at loss %1%2</source>
        <translation>；卡在損失 %1%2</translation>
    </message>
    <message>
        <source>; now %1</source>
        <translation>；目前%1</translation>
    </message>
    <message>
        <source>clipped at %1</source>
        <translation>裁剪，閾值 %1</translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation>未裁剪</translation>
    </message>
    <message>
        <source>thrown: update %1</source>
        <translation>拋出：第 %1 次更新</translation>
    </message>
    <message>
        <source>error E of x ← w·σ(x) + b after 50 steps</source>
        <translation>50 步後 x ← w·σ(x) + b 的誤差 E</translation>
    </message>
    <message>
        <source>error after 50 steps</source>
        <translation>50 步後的誤差</translation>
    </message>
    <message>
        <source>error E</source>
        <translation>誤差 E</translation>
    </message>
    <message>
        <source>loss over the updates, clipped ones ticked</source>
        <translation>各次更新的損失，裁剪處以短線標示</translation>
    </message>
    <message>
        <source>near</source>
        <translation>近景</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>全景</translation>
    </message>
    <message>
        <source>The lesson&apos;s valley and its wall</source>
        <translation>課程中的山谷與峭壁</translation>
    </message>
    <message>
        <source>As far as a run is thrown</source>
        <translation>涵蓋軌跡被拋出的最遠處</translation>
    </message>
    <message>
        <source>The cliff</source>
        <translation>峭壁</translation>
    </message>
    <message>
        <source>update %1; not clipped: %2; clipped: %3</source>
        <translation>第 %1 次更新；未裁剪：%2；已裁剪：%3</translation>
    </message>
    <message>
        <source>start of both runs</source>
        <translation>兩條軌跡的起點</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此處</translation>
    </message>
    <message>
        <source>error</source>
        <translation>誤差</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度範數</translation>
    </message>
    <message>
        <source>drag it</source>
        <translation>可拖曳</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>第 %1 次更新</translation>
    </message>
    <message>
        <source>loss, not clipped</source>
        <translation>損失，未裁剪</translation>
    </message>
    <message>
        <source>loss, clipped</source>
        <translation>損失，已裁剪</translation>
    </message>
    <message>
        <source>clipped here</source>
        <translation>在此裁剪</translation>
    </message>
    <message>
        <source>; %L1 of %2 clipped</source>
        <translation>；%2中裁剪了 %L1 次</translation>
    </message>
</context>
<context>
    <name>rnnscope::ClippingPanel</name>
    <message>
        <source>before</source>
        <translation>裁剪前</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>依數值</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>依範數</translation>
    </message>
    <message>
        <source>threshold %1 for each entry</source>
        <translation>每個分量的閾值 %1</translation>
    </message>
    <message>
        <source>threshold %1 for the norm</source>
        <translation>範數的閾值 %1</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>閾值 %1</translation>
    </message>
    <message>
        <source>next update: rate %1 × norm %2</source>
        <translation>下次更新：學習率 %1 × 範數 %2</translation>
    </message>
    <message>
        <source>Choose a target to have a gradient to clip</source>
        <translation>選擇目標後才有梯度可裁剪</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>已套用</translation>
    </message>
    <message>
        <source>log scale</source>
        <translation>對數刻度</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>norm before</source>
        <translation>裁剪前的範數</translation>
    </message>
    <message>
        <source>norm after</source>
        <translation>裁剪後的範數</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>係數</translation>
    </message>
    <message>
        <source>angle in degrees</source>
        <translation>角度（度）</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>閾值</translation>
    </message>
    <message>
        <source>&lt;b&gt;update %1&lt;/b&gt;</source>
        <translation>&lt;b&gt;第 %1 次更新&lt;/b&gt;</translation>
    </message>
    <message>
        <source>, clipped</source>
        <translation>，已裁剪</translation>
    </message>
    <message>
        <source>, not clipped</source>
        <translation>，未裁剪</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原樣</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>The gradient here is not finite: neither way of clipping helps.</source>
        <translation>此處的梯度不是有限值：兩種裁剪都無濟於事。</translation>
    </message>
    <message>
        <source>Here neither clips: no entry, nor the norm, is above %1.</source>
        <translation>此處兩種都不裁剪：各分量與範數皆未超過 %1。</translation>
    </message>
    <message>
        <source>Here by value turns the whole gradient by %1°, by norm keeps its direction.</source>
        <translation>此處依數值裁剪使整個梯度轉了 %1°，依範數裁剪則保持方向。</translation>
    </message>
    <message>
        <source>length: log of the size</source>
        <translation>長度：大小的對數</translation>
    </message>
    <message>
        <source>length: root of the size</source>
        <translation>長度：大小的平方根</translation>
    </message>
    <message>
        <source>ground: loss %1 (faint) to %2 (full)</source>
        <translation>底色：損失 %1（淡）到 %2（濃）</translation>
    </message>
    <message>
        <source>&lt;br&gt;&lt;b&gt;%1&lt;/b&gt;: (%2, %3), length %4</source>
        <translation>&lt;br&gt;&lt;b&gt;%1&lt;/b&gt;：(%2, %3)，長度 %4</translation>
    </message>
    <message>
        <source>, turned by %1°</source>
        <translation>，轉了 %1°</translation>
    </message>
    <message>
        <source>The gradient over %1 and %2, loss %3 to %4; %5</source>
        <translation>%1 與 %2 上的梯度，損失 %3 到 %4；%5</translation>
    </message>
    <message>
        <source>not finite from update %1 on</source>
        <translation>從第 %1 次更新起不是有限值</translation>
    </message>
    <message>
        <source>Run twins: with and without clipping</source>
        <translation>對照訓練：裁剪與不裁剪</translation>
    </message>
    <message>
        <source>Pages of the clipping bench</source>
        <translation>裁剪實驗台的分頁</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>What clipping does to the present gradient</source>
        <translation>裁剪對目前梯度的作用</translation>
    </message>
    <message>
        <source>twins</source>
        <translation>對照</translation>
    </message>
    <message>
        <source>The same training with and without clipping</source>
        <translation>同一訓練，裁剪與不裁剪</translation>
    </message>
    <message>
        <source>field</source>
        <translation>梯度場</translation>
    </message>
    <message>
        <source>The gradient as arrows over two weights</source>
        <translation>以箭頭表示兩個權重上的梯度</translation>
    </message>
    <message>
        <source>Clipping bench</source>
        <translation>裁剪實驗台</translation>
    </message>
    <message>
        <source>Run twins</source>
        <translation>對照訓練</translation>
    </message>
    <message>
        <source>clipped by norm at %1</source>
        <translation>依範數裁剪，閾值 %1</translation>
    </message>
    <message>
        <source>clipped by value at %1</source>
        <translation>依數值裁剪，閾值 %1</translation>
    </message>
    <message>
        <source>without clipping</source>
        <translation>不裁剪</translation>
    </message>
    <message>
        <source>Trains this network twice from seed %1, %2 and %3: %4 side by side.</source>
        <translation>從種子 %1 出發訓練此網路兩次（%2；%3），各 %4，並排比較。</translation>
    </message>
    <message>
        <source>‖g‖ before clipping</source>
        <translation>裁剪前的 ‖g‖</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>with clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>: ended before</source>
        <translation>：先前已結束</translation>
    </message>
    <message>
        <source>, clipped here</source>
        <translation>，在此裁剪</translation>
    </message>
    <message>
        <source>%1: loss %2 at update %3</source>
        <translation>%1：第 %3 次更新時損失為 %2</translation>
    </message>
    <message>
        <source>%L1 of %2</source>
        <translation>%2中 %L1 個</translation>
    </message>
    <message>
        <source>clipping engaged in %L1 of %2</source>
        <translation>%2中裁剪了 %L1 次</translation>
    </message>
</context>
<context>
    <name>rnnscope::ComparePanel</name>
    <message>
        <source>update bias %1</source>
        <translation>更新偏置 %1</translation>
    </message>
    <message>
        <source>forget bias %1</source>
        <translation>遺忘偏置 %1</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>正交矩陣</translation>
    </message>
    <message>
        <source>initial, scaled</source>
        <translation>初始值縮放</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>單位矩陣</translation>
    </message>
    <message>
        <source>clipped by value</source>
        <translation>依數值裁剪</translation>
    </message>
    <message>
        <source>clipped by norm</source>
        <translation>依範數裁剪</translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation>未裁剪</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 層</translation>
    </message>
    <message>
        <source>%L1 layers</source>
        <translation>%L1 層</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>雙向</translation>
    </message>
    <message>
        <source>ρ %1</source>
        <translation>ρ %1</translation>
    </message>
    <message>
        <source>biases zero</source>
        <translation>零偏置</translation>
    </message>
    <message>
        <source>state carried over</source>
        <translation>狀態延續</translation>
    </message>
    <message>
        <source>state from zeros</source>
        <translation>狀態從零開始</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 已固定</translation>
    </message>
    <message>
        <source>edited numbers</source>
        <translation>編輯過的數值</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>閾值 %1</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>學習率 %1</translation>
    </message>
    <message>
        <source>BPTT window %1</source>
        <translation>BPTT 視窗 %1</translation>
    </message>
    <message>
        <source>gradient overflowed at t = %1</source>
        <translation>梯度在 t = %1 溢位</translation>
    </message>
    <message>
        <source>overflowed at t = %1</source>
        <translation>在 t = %1 溢位</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>損失 %1</translation>
    </message>
    <message>
        <source>Networks side by side</source>
        <translation>並排的網路</translation>
    </message>
    <message>
        <source>Compare one network more</source>
        <translation>再比較一個網路</translation>
    </message>
    <message>
        <source>shown in all panels</source>
        <translation>顯示於所有面板</translation>
    </message>
</context>
<context>
    <name>rnnscope::Comparison</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 與 %2</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare networks side by side</source>
        <translation>並排比較網路</translation>
    </message>
    <message>
        <source>RNN, LSTM and GRU side by side on the same sequence (%1)</source>
        <translation>RNN、LSTM 與 GRU 在同一序列上並排（%1）</translation>
    </message>
    <message>
        <source>Leave the comparison</source>
        <translation>離開比較</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>比較 %1</translation>
    </message>
    <message>
        <source>Compare no longer with %1</source>
        <translation>不再比較 %1</translation>
    </message>
    <message>
        <source>Compare one network more</source>
        <translation>再比較一個網路</translation>
    </message>
    <message>
        <source>Change the %1</source>
        <translation>變更 %1</translation>
    </message>
    <message>
        <source>Look at the %1</source>
        <translation>查看 %1</translation>
    </message>
</context>
<context>
    <name>rnnscope::ContributionsHeader</name>
    <message>
        <source>paths</source>
        <translation>路徑</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Along which paths the gradient flows to the step before</source>
        <translation>梯度沿哪些路徑流向前一步</translation>
    </message>
    <message>
        <source>What each step adds to the gradient of each weight</source>
        <translation>每一步對各權重的梯度有多少貢獻</translation>
    </message>
    <message>
        <source>The gradient of the whole loss</source>
        <translation>全部損失的梯度</translation>
    </message>
    <message>
        <source>The gradient of the loss at the last step alone</source>
        <translation>僅最後一步損失的梯度</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>whole loss</source>
        <translation>全部損失</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末步</translation>
    </message>
    <message>
        <source>last loss</source>
        <translation>末步損失</translation>
    </message>
    <message>
        <source>There is no loss but the one at the last step</source>
        <translation>除了最後一步之外沒有其他損失</translation>
    </message>
</context>
<context>
    <name>rnnscope::ContributionsPanel</name>
    <message>
        <source>Choose a target to see where the gradient went</source>
        <translation>選擇目標後才能看到梯度的去向</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>gradient of the last step&apos;s loss, along all paths</source>
        <translation>最後一步損失的梯度，沿所有路徑</translation>
    </message>
    <message>
        <source>gradient of the whole loss, along all paths</source>
        <translation>全部損失的梯度，沿所有路徑</translation>
    </message>
    <message>
        <source>∏%1 alone</source>
        <translation>僅 ∏%1</translation>
    </message>
    <message>
        <source>what the straight path alone would carry from the last step: ‖∏%1 ∘ ∂L/∂%2_T‖</source>
        <translation>僅直通路徑從最後一步傳來的量：‖∏%1 ∘ ∂L/∂%2_T‖</translation>
    </message>
    <message>
        <source>no shares: the gradient is not finite</source>
        <translation>無占比：梯度不是有限值</translation>
    </message>
    <message>
        <source>no shares: the gradient is zero</source>
        <translation>無占比：梯度為零</translation>
    </message>
    <message>
        <source>the only step makes %1</source>
        <translation>唯一的一步占 %1</translation>
    </message>
    <message>
        <source>Where the gradient went</source>
        <translation>梯度的去向</translation>
    </message>
    <message>
        <source>share at</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>shares are signed and sum to 100 %</source>
        <translation>占比帶正負號，總和為 100%</translation>
    </message>
    <message>
        <source>signed, in sum 100 %</source>
        <translation>帶正負號，總和 100%</translation>
    </message>
    <message>
        <source>sum: 100 %</source>
        <translation>總和：100%</translation>
    </message>
    <message>
        <source>t = %1, %2</source>
        <translation>t = %1，%2</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>範數</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>share of the norms</source>
        <translation>範數占比</translation>
    </message>
    <message>
        <source>shares are signed: below 0 it works against the whole; those of all steps sum to 100 %</source>
        <translation>占比帶正負號：小於 0 表示與整體方向相反；所有步的占比總和為 100%</translation>
    </message>
    <message>
        <source>the shares of all paths sum to 100 %</source>
        <translation>所有路徑的占比總和為 100%</translation>
    </message>
    <message>
        <source>2-norms over all units</source>
        <translation>所有單元的 2-範數</translation>
    </message>
    <message>
        <source>; click to see its shares</source>
        <translation>；點選可查看占比</translation>
    </message>
    <message>
        <source>%1 ∘ straight</source>
        <translation>%1 ∘ 直通</translation>
    </message>
    <message>
        <source>straight along %1: %2 ∘ ∂L/∂%1ₜ, past all recurrent weights</source>
        <translation>沿 %1 直通：%2 ∘ ∂L/∂%1ₜ，繞過所有循環權重</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>經由 %1</translation>
    </message>
    <message>
        <source>through the peephole %1 of the %2</source>
        <translation>經由%2的窺視孔權重 %1</translation>
    </message>
    <message>
        <source>through the recurrent weights %1 of the %2</source>
        <translation>經由%2的循環權重 %1</translation>
    </message>
    <message>
        <source>what each step adds to ∂L/∂%1</source>
        <translation>每一步對 ∂L/∂%1 的貢獻</translation>
    </message>
    <message>
        <source>%1 %2 saturated open</source>
        <translation>%1有 %2 飽和（全開）</translation>
    </message>
    <message>
        <source>%1 %2 saturated shut</source>
        <translation>%1有 %2 飽和（全關）</translation>
    </message>
    <message>
        <source>%1 %2 saturated</source>
        <translation>%1有 %2 飽和</translation>
    </message>
    <message>
        <source>nothing saturated</source>
        <translation>無飽和</translation>
    </message>
    <message>
        <source>no unit dead</source>
        <translation>無失效單元</translation>
    </message>
    <message>
        <source>the first of %L1 steps makes %2</source>
        <translation>%L1 步中的第一步占 %2</translation>
    </message>
    <message>
        <source>the last of %L1 steps makes %2</source>
        <translation>%L1 步中的最後一步占 %2</translation>
    </message>
    <message>
        <source>the first %L1 of %L2 steps make %3</source>
        <translation>%L2 步中的前 %L1 步占 %3</translation>
    </message>
    <message>
        <source>the last %L1 of %L2 steps make %3</source>
        <translation>%L2 步中的最後 %L1 步占 %3</translation>
    </message>
    <message>
        <source>%L1 of %2 dead</source>
        <translation>%2中有 %L1 個失效</translation>
    </message>
</context>
<context>
    <name>rnnscope::CoreWords</name>
    <message>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <source>RNN ReLU</source>
        <translation>RNN ReLU</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>LSTM, coupled gates</source>
        <translation>LSTM（耦合閘）</translation>
    </message>
    <message>
        <source>LSTM, peepholes</source>
        <translation>LSTM（窺視孔）</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>GRU, reset before</source>
        <translation>GRU（先重置）</translation>
    </message>
    <message>
        <source>MGU</source>
        <translation>MGU</translation>
    </message>
    <message>
        <source>UGRNN</source>
        <translation>UGRNN</translation>
    </message>
    <message>
        <source>input gate, pre-activation</source>
        <translation>輸入閘的活化前值</translation>
    </message>
    <message>
        <source>forget gate, pre-activation</source>
        <translation>遺忘閘的活化前值</translation>
    </message>
    <message>
        <source>output gate, pre-activation</source>
        <translation>輸出閘的活化前值</translation>
    </message>
    <message>
        <source>reset gate, pre-activation</source>
        <translation>重置閘的活化前值</translation>
    </message>
    <message>
        <source>update gate, pre-activation</source>
        <translation>更新閘的活化前值</translation>
    </message>
    <message>
        <source>candidate, pre-activation</source>
        <translation>候選值的活化前值</translation>
    </message>
    <message>
        <source>pre-activation</source>
        <translation>活化前值</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>輸入閘</translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation>遺忘閘</translation>
    </message>
    <message>
        <source>output gate</source>
        <translation>輸出閘</translation>
    </message>
    <message>
        <source>reset gate</source>
        <translation>重置閘</translation>
    </message>
    <message>
        <source>update gate</source>
        <translation>更新閘</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候選值</translation>
    </message>
    <message>
        <source>cell state</source>
        <translation>細胞狀態</translation>
    </message>
    <message>
        <source>squashed cell state</source>
        <translation>壓縮後的細胞狀態</translation>
    </message>
    <message>
        <source>hidden state</source>
        <translation>隱藏狀態</translation>
    </message>
    <message>
        <source>reset hidden state</source>
        <translation>重置後的隱藏狀態</translation>
    </message>
    <message>
        <source>gated hidden state</source>
        <translation>閘控後的隱藏狀態</translation>
    </message>
    <message>
        <source>recurrent part of the candidate</source>
        <translation>候選值的循環部分</translation>
    </message>
    <message>
        <source>share of the old</source>
        <translation>舊狀態的份額</translation>
    </message>
    <message>
        <source>share of the new</source>
        <translation>新狀態的份額</translation>
    </message>
    <message>
        <source>what is kept</source>
        <translation>保留的部分</translation>
    </message>
    <message>
        <source>what is written</source>
        <translation>寫入的部分</translation>
    </message>
    <message>
        <source>recurrent part, reset</source>
        <translation>重置後的循環部分</translation>
    </message>
    <message>
        <source>peephole of the input gate</source>
        <translation>輸入閘的窺視孔</translation>
    </message>
    <message>
        <source>peephole of the forget gate</source>
        <translation>遺忘閘的窺視孔</translation>
    </message>
    <message>
        <source>peephole of the output gate</source>
        <translation>輸出閘的窺視孔</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>帶動量的 SGD</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>A word of up to five symbols, blanks, then a cue; the word is asked after the cue, a blank before.</source>
        <translation>先是至多五個符號組成的詞，然後是空白，再是提示符號；提示之後要求複述該詞，之前要求空白。</translation>
    </message>
    <message>
        <source>Temporal order</source>
        <translation>時間順序</translation>
    </message>
    <message>
        <source>Among other symbols X or Y comes up twice; at the end it is asked which came first and which second.</source>
        <translation>其他符號之間兩次出現 X 或 Y；最後要求回答先出現的與後出現的各是哪個。</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>A sine of period 20 that starts anywhere; the next value is asked at every step.</source>
        <translation>週期為 20、起點任意的正弦波；每一步都要求預測下一個值。</translation>
    </message>
    <message>
        <source>Latch</source>
        <translation>閂鎖</translation>
    </message>
    <message>
        <source>Plus or minus one, then noise; the sign of the first value is asked at the end.</source>
        <translation>先是正一或負一，之後是雜訊；最後要求給出第一個值的正負號。</translation>
    </message>
    <message>
        <source>Airline passengers</source>
        <translation>航空旅客</translation>
    </message>
    <message>
        <source>Monthly airline passengers from 1949 to 1960 in hundreds of thousands; the next month is asked at every step.</source>
        <translation>1949 至 1960 年的每月航空旅客數，單位為十萬人；每一步都要求預測下一個月。</translation>
    </message>
    <message>
        <source>Airline passengers, log differences</source>
        <translation>航空旅客（對數差分）</translation>
    </message>
    <message>
        <source>The change of the natural logarithm of airline passengers from month to month; the next change is asked at every step.</source>
        <translation>航空旅客數自然對數的逐月變化；每一步都要求預測下一次變化。</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>Random numbers, of which one in each half is marked; the sum of the marked two is asked at the end.</source>
        <translation>隨機數，前後兩半各有一個帶標記；最後要求給出兩個帶標記的數之和。</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回聲</translation>
    </message>
    <message>
        <source>Random numbers; at every step the one five steps earlier is asked, 0 before.</source>
        <translation>隨機數；每一步都要求給出五步之前的數，在那之前為 0。</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>奇偶性</translation>
    </message>
    <message>
        <source>Plus and minus ones; at every step it is asked whether the plus ones so far are even or odd in number.</source>
        <translation>正一與負一；每一步都要求判斷到目前為止正一的個數是偶數還是奇數。</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Zero at every step</source>
        <translation>每一步都為零</translation>
    </message>
    <message>
        <source>Three periods between -1 and 1</source>
        <translation>在 -1 與 1 之間振盪三個週期</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>階躍</translation>
    </message>
    <message>
        <source>Zero, and one from the middle on</source>
        <translation>前一半為零，從中間起為一</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脈衝</translation>
    </message>
    <message>
        <source>One at a single early step, zero else</source>
        <translation>僅在開頭附近的一步為一，其餘為零</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>Drawn evenly between -1 and 1; the seed decides</source>
        <translation>在 -1 與 1 之間均勻抽取，由種子決定</translation>
    </message>
</context>
<context>
    <name>rnnscope::DataTableModel</name>
    <message>
        <source>step</source>
        <translation>時間步</translation>
    </message>
    <message>
        <source>unit of the file</source>
        <translation>檔案裡的單位</translation>
    </message>
    <message>
        <source>%1, where the playhead is</source>
        <translation>%1，播放頭所在處</translation>
    </message>
</context>
<context>
    <name>rnnscope::DataTableView</name>
    <message>
        <source>%1 as a table</source>
        <translation>%1（表格）</translation>
    </message>
    <message>
        <source>%L1 rows, %L2 columns</source>
        <translation>%L1 列，%L2 欄</translation>
    </message>
    <message>
        <source>There are no numbers here yet</source>
        <translation>這裡還沒有數值</translation>
    </message>
</context>
<context>
    <name>rnnscope::Dial</name>
    <message>
        <source>%1 to %2 are possible</source>
        <translation>可用範圍為 %1 到 %2</translation>
    </message>
    <message>
        <source>A number is needed; %1</source>
        <translation>需要一個數字；%1</translation>
    </message>
    <message>
        <source>Out of range; %1</source>
        <translation>超出範圍；%1</translation>
    </message>
    <message>
        <source>Not a number; %1</source>
        <translation>不是數字；%1</translation>
    </message>
    <message>
        <source>Not a whole number; %1</source>
        <translation>不是整數；%1</translation>
    </message>
    <message>
        <source>%1, as a number</source>
        <translation>%1，以數字表示</translation>
    </message>
    <message>
        <source>Arrows, Page Up and Page Down, Home and End; Return to type</source>
        <translation>方向鍵、Page Up 與 Page Down、Home 與 End；按 Return 可輸入</translation>
    </message>
    <message>
        <source>%1, as it is of itself</source>
        <translation>%1，恢復網路自身的值</translation>
    </message>
</context>
<context>
    <name>rnnscope::Document</name>
    <message>
        <source>A training ends after %L1 updates</source>
        <translation>訓練在 %L1 次更新後結束</translation>
    </message>
    <message>
        <source>Trained %L1 updates</source>
        <translation>已訓練 %L1 次更新</translation>
    </message>
    <message>
        <source>the loss is more than a thousand times its start</source>
        <translation>損失超過起始值的一千倍</translation>
    </message>
    <message>
        <source>the gradient is not finite</source>
        <translation>梯度不是有限值</translation>
    </message>
    <message>
        <source>the loss is not finite</source>
        <translation>損失不是有限值</translation>
    </message>
    <message>
        <source>Diverged in the very first pass</source>
        <translation>第一次傳播就發散</translation>
    </message>
    <message>
        <source>Clip the gradient or lower the rate</source>
        <translation>請裁剪梯度或降低學習率</translation>
    </message>
    <message>
        <source>Lower the rate or the threshold</source>
        <translation>請降低學習率或閾值</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Diverged after update %1</source>
        <translation>第 %1 次更新後發散</translation>
    </message>
</context>
<context>
    <name>rnnscope::DrawingArea</name>
    <message>
        <source>The columns over time, to be drawn on; the table beside has the same</source>
        <translation>各欄隨時間的變化，可在上面繪製；旁邊的表格內容相同</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>繪製</translation>
    </message>
</context>
<context>
    <name>rnnscope::DrawingModel</name>
    <message>
        <source>Type a value</source>
        <translation>請輸入數值</translation>
    </message>
    <message>
        <source>%1 (target)</source>
        <translation>%1（目標）</translation>
    </message>
    <message>
        <source>What the network is to answer</source>
        <translation>網路應有的輸出</translation>
    </message>
    <message>
        <source>What the network is given</source>
        <translation>給網路的輸入</translation>
    </message>
</context>
<context>
    <name>rnnscope::DrawingTable</name>
    <message>
        <source>The values, a row a step</source>
        <translation>數值，每步一列</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation>設為零</translation>
    </message>
    <message>
        <source>Insert steps</source>
        <translation>插入時間步</translation>
    </message>
    <message>
        <source>Remove steps</source>
        <translation>移除時間步</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Paste from here on</source>
        <translation>從這裡起貼上</translation>
    </message>
    <message>
        <source>Insert steps before</source>
        <translation>在前面插入時間步</translation>
    </message>
    <message>
        <source>Remove these steps</source>
        <translation>移除這些時間步</translation>
    </message>
</context>
<context>
    <name>rnnscope::EquationsHeader</name>
    <message>
        <source>unit</source>
        <translation>單元</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>symbols</source>
        <translation>符號</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>both</source>
        <translation>兩者</translation>
    </message>
    <message>
        <source>z keeps</source>
        <translation>z 保留</translation>
    </message>
    <message>
        <source>z renews</source>
        <translation>z 更新</translation>
    </message>
    <message>
        <source>One unit: every product of its sums</source>
        <translation>一個單元：各總和中的每個乘積</translation>
    </message>
    <message>
        <source>The whole layer, as matrices and vectors</source>
        <translation>整層，以矩陣與向量表示</translation>
    </message>
    <message>
        <source>The equations in letters</source>
        <translation>以字母表示的方程式</translation>
    </message>
    <message>
        <source>The equations with this step&apos;s numbers</source>
        <translation>代入此步數值的方程式</translation>
    </message>
    <message>
        <source>Letters, and below them this step&apos;s numbers</source>
        <translation>字母，下方為此步的數值</translation>
    </message>
    <message>
        <source>z keeps the old state, as in PyTorch: h = (1 − z) ∘ n + z ∘ h₋₁</source>
        <translation>z 保留舊狀態，如 PyTorch：h = (1 − z) ∘ n + z ∘ h₋₁</translation>
    </message>
    <message>
        <source>z renews the state, as in Chung et al. 2014: h = (1 − z̃) ∘ h₋₁ + z̃ ∘ n</source>
        <translation>z 更新狀態，如 Chung et al. 2014：h = (1 − z̃) ∘ h₋₁ + z̃ ∘ n</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy the equations, or choose what they show</source>
        <translation>複製方程式，或選擇其顯示內容</translation>
    </message>
    <message>
        <source>Copy equations, choices</source>
        <translation>複製方程式，選項</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>複製為 LaTeX</translation>
    </message>
    <message>
        <source>Copy as LaTeX, with numbers</source>
        <translation>複製為 LaTeX，含數值</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Copy as text, with numbers</source>
        <translation>複製為文字，含數值</translation>
    </message>
    <message>
        <source>Of one unit</source>
        <translation>單一單元</translation>
    </message>
    <message>
        <source>Of the layer</source>
        <translation>整層</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符號</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Symbols and numbers</source>
        <translation>符號與數值</translation>
    </message>
    <message>
        <source>z keeps (PyTorch)</source>
        <translation>z 保留（PyTorch）</translation>
    </message>
    <message>
        <source>z renews (Chung et al. 2014)</source>
        <translation>z 更新（Chung et al. 2014）</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>rnnscope::EquationsPanel</name>
    <message>
        <source>unit by unit</source>
        <translation>逐單元</translation>
    </message>
    <message>
        <source>%1 is held</source>
        <translation>%1 已固定</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>方程式</translation>
    </message>
    <message>
        <source>row %1: the sum of %2 products</source>
        <translation>第 %1 列：%2 個乘積之和</translation>
    </message>
    <message>
        <source>%1 × %2, the rows of %3</source>
        <translation>%1 × %2，%3 的各列</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 層</translation>
    </message>
    <message>
        <source>backwards in time</source>
        <translation>沿時間逆向</translation>
    </message>
    <message>
        <source>forwards in time</source>
        <translation>沿時間順向</translation>
    </message>
    <message>
        <source>unit %1 of %2</source>
        <translation>單元 %1 / %2</translation>
    </message>
    <message>
        <source>1 − %1</source>
        <translation>1 − %1</translation>
    </message>
    <message>
        <source>held at %1</source>
        <translation>固定為 %1</translation>
    </message>
    <message>
        <source>%L1 values</source>
        <translation>%L1 個值</translation>
    </message>
</context>
<context>
    <name>rnnscope::ExportDialog</name>
    <message>
        <source>Choose at least one panel.</source>
        <translation>請至少選擇一個面板。</translation>
    </message>
    <message>
        <source>There are no numbers to draw yet.</source>
        <translation>還沒有可繪製的數值。</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>%1 × %2 dots</source>
        <translation>%1 × %2 點</translation>
    </message>
    <message>
        <source>%1, %2 × %3 cm · shown at %4 %</source>
        <translation>%1，%2 × %3 cm · 以 %4% 顯示</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 圖片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 圖形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>儲存圖形</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>儲存資料</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation>NumPy 陣列 (*.npz)</translation>
    </message>
    <message>
        <source>The picture is too large to copy; choose fewer dots per inch, or save it.</source>
        <translation>圖片太大，無法複製；請降低每英吋點數，或改為儲存。</translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>已複製到剪貼簿。</translation>
    </message>
    <message>
        <source>%1 pictures, %2 s</source>
        <translation>%1 張圖片，%2 秒</translation>
    </message>
    <message>
        <source>Animated GIF (*.gif)</source>
        <translation>GIF 動畫 (*.gif)</translation>
    </message>
    <message>
        <source>MP4 film (*.mp4)</source>
        <translation>MP4 影片 (*.mp4)</translation>
    </message>
    <message>
        <source>Numbered pictures (*.png)</source>
        <translation>編號圖片 (*.png)</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>儲存影片</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第 %1 / %2 張圖片</translation>
    </message>
    <message>
        <source>Training: update %1 of %2</source>
        <translation>訓練：第 %1 / %2 次更新</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>匯出圖形</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>&amp;Whole workspace</source>
        <translation>整個工作區(&amp;W)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影機</translation>
    </message>
    <message>
        <source>Light, and a signed heatmap keeps its signs when printed in grey</source>
        <translation>淺色，且有正負號的熱圖以灰階列印時仍可分辨正負</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>&amp;Text and lines</source>
        <translation>文字與線條(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>解析度(&amp;R)</translation>
    </message>
    <message>
        <source>%1 pictures a second</source>
        <translation>每秒 %1 張圖片</translation>
    </message>
    <message>
        <source>the pass</source>
        <translation>傳播過程</translation>
    </message>
    <message>
        <source>the training</source>
        <translation>訓練過程</translation>
    </message>
    <message>
        <source>every </source>
        <translation>每 </translation>
    </message>
    <message>
        <source> updates</source>
        <translation> 次更新</translation>
    </message>
    <message>
        <source>Updates from one picture to the next</source>
        <translation>相鄰兩張圖片之間的更新次數</translation>
    </message>
    <message>
        <source>every update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <source>A training can be filmed once the network has been trained</source>
        <translation>網路訓練過後才能拍攝訓練過程</translation>
    </message>
    <message>
        <source>Film o&amp;f</source>
        <translation>影片內容(&amp;F)</translation>
    </message>
    <message>
        <source>Film s&amp;peed</source>
        <translation>影片速度(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>圖說(&amp;C)</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>圖說</translation>
    </message>
    <message>
        <source>Save &amp;data…</source>
        <translation>儲存資料(&amp;D)…</translation>
    </message>
    <message>
        <source>Co&amp;py picture</source>
        <translation>複製圖片(&amp;P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>儲存(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>rnnscope::FieldControls</name>
    <message>
        <source>across</source>
        <translation>橫向</translation>
    </message>
    <message>
        <source>upwards</source>
        <translation>縱向</translation>
    </message>
    <message>
        <source>Reach of the field</source>
        <translation>梯度場的範圍</translation>
    </message>
    <message>
        <source>How far the field reaches around the present weights</source>
        <translation>梯度場在目前權重周圍延伸的範圍</translation>
    </message>
    <message>
        <source>Shows the arrows of this kind</source>
        <translation>顯示此類箭頭</translation>
    </message>
    <message>
        <source>Weights %1</source>
        <translation>權重（%1）</translation>
    </message>
    <message>
        <source>Whose entry runs %1</source>
        <translation>分量沿%1變化的權重</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>列（%1）</translation>
    </message>
    <message>
        <source>Row, from 0</source>
        <translation>列，從 0 起</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>行（%1）</translation>
    </message>
    <message>
        <source>Column, from 0</source>
        <translation>行，從 0 起</translation>
    </message>
</context>
<context>
    <name>rnnscope::FlowPanel</name>
    <message>
        <source>update %1</source>
        <translation>第 %1 次更新</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>exploded</source>
        <translation>爆炸</translation>
    </message>
    <message>
        <source>state k</source>
        <translation>狀態 k</translation>
    </message>
    <message>
        <source>loss at t</source>
        <translation>t 時的損失</translation>
    </message>
    <message>
        <source>Choose a target to see which loss depends on which state</source>
        <translation>選擇目標後才能看到哪個損失取決於哪個狀態</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>Too long for the memory: every loss by every state would take %1 GB. Choose a sequence of at most %L2 steps to see this.</source>
        <translation>序列太長，記憶體不足：每個損失對每個狀態的結果需要 %1 GB。請選擇至多 %L2 步的序列。</translation>
    </message>
    <message>
        <source>pinned: %1</source>
        <translation>已釘選：%1</translation>
    </message>
    <message>
        <source>one loss, at t = %1</source>
        <translation>單一損失，t = %1</translation>
    </message>
    <message>
        <source>Gradient flow: which loss depends on which state</source>
        <translation>梯度流：哪個損失取決於哪個狀態</translation>
    </message>
    <message>
        <source>%1: %2 = %3. %4</source>
        <translation>%1：%2 = %3。%4</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>釘選</translation>
    </message>
    <message>
        <source>Keep this matrix beside those to come</source>
        <translation>將此矩陣留在後續矩陣旁邊</translation>
    </message>
    <message>
        <source>How each loss depends on %1</source>
        <translation>每個損失如何取決於 %1</translation>
    </message>
    <message>
        <source>the same step</source>
        <translation>同一步</translation>
    </message>
    <message>
        <source>one step between</source>
        <translation>相隔一步</translation>
    </message>
    <message>
        <source>overflowed</source>
        <translation>已溢位</translation>
    </message>
    <message>
        <source>by way of the other direction: no product of this one&apos;s Jacobians</source>
        <translation>經由另一個方向：不是此方向的雅可比矩陣乘積</translation>
    </message>
    <message>
        <source>The same colours for every network and update.
Click for 10⁻⁶ … 1</source>
        <translation>所有網路與更新使用相同的色彩。
點選可改為 10⁻⁶ … 1</translation>
    </message>
    <message>
        <source>The same colours for every network and update.
Click for 10⁻¹² … 10⁶</source>
        <translation>所有網路與更新使用相同的色彩。
點選可改為 10⁻¹² … 10⁶</translation>
    </message>
    <message>
        <source>%1 over one step</source>
        <translation>%1，相隔一步</translation>
    </message>
    <message>
        <source>%1 over %2 steps</source>
        <translation>%1，相隔 %2 步</translation>
    </message>
    <message>
        <source>largest singular value</source>
        <translation>最大奇異值</translation>
    </message>
    <message>
        <source>spectral radius</source>
        <translation>譜半徑</translation>
    </message>
    <message>
        <source>per step</source>
        <translation>平均每步</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>每步</translation>
    </message>
    <message>
        <source>One loss, at t = %1: how much it depends on each state.</source>
        <translation>單一損失，t = %1：受各狀態影響的程度。</translation>
    </message>
    <message>
        <source>Each cell: how much the loss at t depends on the state at k.</source>
        <translation>每一格：t 時的損失受 k 時狀態影響的程度。</translation>
    </message>
    <message>
        <source>One loss, at t = %1: how much it depends on each state. Click a cell for the product of Jacobians from there.</source>
        <translation>單一損失，t = %1：受各狀態影響的程度。點選一格可看從該處起的雅可比矩陣乘積。</translation>
    </message>
    <message>
        <source>Each cell: how much the loss at t depends on the state at k. Click one for the product of Jacobians in between.</source>
        <translation>每一格：t 時的損失受 k 時狀態影響的程度。點選一格可看其間的雅可比矩陣乘積。</translation>
    </message>
    <message>
        <source>working it out…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>%L1 steps between</source>
        <translation>相隔 %L1 步</translation>
    </message>
</context>
<context>
    <name>rnnscope::GenerationControls</name>
    <message>
        <source>Temperature</source>
        <translation>溫度</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示詞</translation>
    </message>
    <message>
        <source>What the text begins with; the network goes on from there</source>
        <translation>文字的開頭；網路從這裡接續</translation>
    </message>
    <message>
        <source>The read-out is divided by it before the softmax: at 0 the likeliest is always taken, above 1 chance has more to say</source>
        <translation>讀出在 softmax 之前除以溫度：0 時總是取機率最高者，大於 1 時更隨機</translation>
    </message>
    <message>
        <source>Steps to generate</source>
        <translation>要生成的步數</translation>
    </message>
    <message>
        <source>So many own answers, each fed back as the next input</source>
        <translation>網路自身輸出的步數，每個輸出都回饋為下一步的輸入</translation>
    </message>
    <message>
        <source>Another draw from the same network</source>
        <translation>以同一網路重新抽取</translation>
    </message>
    <message>
        <source>Another draw</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Change the temperature</source>
        <translation>變更溫度</translation>
    </message>
    <message>
        <source>Draw another text</source>
        <translation>重新抽取文字</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Back to the sequence</source>
        <translation>回到序列</translation>
    </message>
    <message>
        <source>Change the prompt</source>
        <translation>變更提示詞</translation>
    </message>
    <message>
        <source>Prompt: ‘%1’ without one</source>
        <translation>提示詞：留空則用「%1」</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> 步</translation>
    </message>
    <message>
        <source>Shows the sequence that is learnt from again</source>
        <translation>重新顯示用來學習的序列</translation>
    </message>
    <message>
        <source>The network goes on by itself: each answer is its next input</source>
        <translation>網路自行接續：每個輸出就是下一步的輸入</translation>
    </message>
    <message>
        <source>Generate %L1 steps</source>
        <translation>生成 %L1 步</translation>
    </message>
</context>
<context>
    <name>rnnscope::GenerationPanel</name>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>after t = %1: given next %2, p = %3</source>
        <translation>t = %1 之後：接著給定 %2，p = %3</translation>
    </message>
    <message>
        <source>after t = %1: drawn %2, p = %3</source>
        <translation>t = %1 之後：抽出 %2，p = %3</translation>
    </message>
    <message>
        <source>softmax of the read-out</source>
        <translation>讀出的 softmax</translation>
    </message>
    <message>
        <source>softmax at temperature %1; line: at 1</source>
        <translation>溫度 %1 的 softmax；線：溫度 1</translation>
    </message>
    <message>
        <source>at temperature 1: %1</source>
        <translation>溫度 1 時：%1</translation>
    </message>
    <message>
        <source>t = %1: given %2, foreseen next %3</source>
        <translation>t = %1：給定 %2，預測下一個 %3</translation>
    </message>
    <message>
        <source>t = %1: fed back %2, foreseen next %3</source>
        <translation>t = %1：回饋 %2，預測下一個 %3</translation>
    </message>
    <message>
        <source>– – foreseen</source>
        <translation>– – 預測</translation>
    </message>
    <message>
        <source>— given</source>
        <translation>— 給定</translation>
    </message>
    <message>
        <source>given, 1 to %1</source>
        <translation>給定，1 到 %1</translation>
    </message>
    <message>
        <source>own answers fed back</source>
        <translation>回饋自身輸出</translation>
    </message>
    <message>
        <source>%1 more values</source>
        <translation>另有 %1 個值</translation>
    </message>
    <message>
        <source>To go on by itself, a network must foresee the next value: choose that as target</source>
        <translation>網路要自行接續，必須預測下一個值：請選它為目標</translation>
    </message>
    <message>
        <source>To go on by itself, a network must answer at every step: choose that read-out</source>
        <translation>網路要自行接續，必須每一步都有輸出：請將讀出設為「每一步」</translation>
    </message>
    <message>
        <source>What comes cannot be read backwards: choose one direction</source>
        <translation>未來的內容無法反向讀取：請選擇單一方向</translation>
    </message>
    <message>
        <source>A text goes on by probabilities: choose cross-entropy as loss</source>
        <translation>文字靠機率接續：請選擇交叉熵為損失</translation>
    </message>
    <message>
        <source>Classes that are scaled cannot be fed back: choose no scaling</source>
        <translation>經縮放的類別無法回饋：請選擇不縮放</translation>
    </message>
    <message>
        <source>The read-out and the input have different sizes: choose weights that fit</source>
        <translation>讀出與輸入的大小不同：請選擇相符的權重</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Generate lets the network go on with the prompt: each letter it draws is what it is given next</source>
        <translation>「生成」讓網路從提示詞接續：每抽出一個字母，就是下一步的輸入</translation>
    </message>
    <message>
        <source>Generate lets the network go on from the end of the sequence: each answer is what it is given next</source>
        <translation>「生成」讓網路從序列結尾接續：每個輸出就是下一步的輸入</translation>
    </message>
    <message>
        <source>the last answer, not fed back</source>
        <translation>最後的輸出，未回饋</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>given; the network had p = %1 for it</source>
        <translation>給定；網路對它的 p = %1</translation>
    </message>
    <message>
        <source>drawn with p = %1</source>
        <translation>以 p = %1 抽出</translation>
    </message>
</context>
<context>
    <name>rnnscope::GradientCurve</name>
    <message>
        <source>gradient of the whole loss</source>
        <translation>全部損失的梯度</translation>
    </message>
    <message>
        <source>gradient of the loss at t = %1 alone</source>
        <translation>僅 t = %1 損失的梯度</translation>
    </message>
</context>
<context>
    <name>rnnscope::GradientPanel</name>
    <message>
        <source>overflowed here</source>
        <translation>此處溢位</translation>
    </message>
    <message>
        <source>Choose a target to see a gradient</source>
        <translation>選擇目標後才能看到梯度</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>原為：%1</translation>
    </message>
    <message>
        <source>Gradient through time</source>
        <translation>梯度隨時間的變化</translation>
    </message>
    <message>
        <source>··· previous</source>
        <translation>··· 之前</translation>
    </message>
    <message>
        <source>as it was before the latest change</source>
        <translation>最近一次變更之前的情形</translation>
    </message>
    <message>
        <source>horizon %1 steps</source>
        <translation>記憶範圍 %1 步</translation>
    </message>
    <message>
        <source>so many steps back, a millionth of the last loss&apos;s gradient is left</source>
        <translation>往回這麼多步後，最後損失的梯度只剩百萬分之一</translation>
    </message>
    <message>
        <source>backwards in time</source>
        <translation>沿時間逆向</translation>
    </message>
    <message>
        <source>forwards in time</source>
        <translation>沿時間順向</translation>
    </message>
    <message>
        <source>&lt;b&gt;t = %1&lt;/b&gt;, layer %2</source>
        <translation>&lt;b&gt;t = %1&lt;/b&gt;，第 %2 層</translation>
    </message>
    <message>
        <source>, before: %1</source>
        <translation>，之前：%1</translation>
    </message>
    <message>
        <source>2-norms over all units, H = %1</source>
        <translation>所有單元的 2-範數，H = %1</translation>
    </message>
</context>
<context>
    <name>rnnscope::HoldField</name>
    <message>
        <source>%1 has no %2: nothing is held there until a cell has</source>
        <translation>%1 沒有 %2：等到細胞具備它才會固定</translation>
    </message>
    <message>
        <source>f=1 holds a gate</source>
        <translation>f=1 可固定一個閘</translation>
    </message>
</context>
<context>
    <name>rnnscope::HoldMenu</name>
    <message>
        <source>Hold the %1</source>
        <translation>固定%1</translation>
    </message>
    <message>
        <source>Hold %1 at 1</source>
        <translation>固定 %1 為 1</translation>
    </message>
    <message>
        <source>Hold %1 at 0</source>
        <translation>固定 %1 為 0</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 層</translation>
    </message>
    <message>
        <source>Hold %1 at</source>
        <translation>固定 %1 為</translation>
    </message>
    <message>
        <source>another value…</source>
        <translation>其他值…</translation>
    </message>
    <message>
        <source>Another value to hold the %1 at</source>
        <translation>將%1固定為其他值</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>所有單元</translation>
    </message>
    <message>
        <source>unit %1 only</source>
        <translation>僅單元 %1</translation>
    </message>
    <message>
        <source>at all steps</source>
        <translation>所有步</translation>
    </message>
    <message>
        <source>from t = %1 back to 1</source>
        <translation>從 t = %1 往回到 1</translation>
    </message>
    <message>
        <source>from t = %1 on</source>
        <translation>從 t = %1 起</translation>
    </message>
    <message>
        <source>at t = %1 only</source>
        <translation>僅 t = %1</translation>
    </message>
    <message>
        <source>Release %1, in all layers</source>
        <translation>解除固定 %1，所有層</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>解除固定 %1</translation>
    </message>
    <message>
        <source>Release the %1</source>
        <translation>解除固定%1</translation>
    </message>
    <message>
        <source>type a number, as 0.5</source>
        <translation>輸入數字，如 0.5</translation>
    </message>
    <message>
        <source>this is not a finite number; write one, as 0.5</source>
        <translation>這不是有限的數字；請輸入如 0.5 的數字</translation>
    </message>
</context>
<context>
    <name>rnnscope::ImportDialog</name>
    <message>
        <source>&amp;Read as</source>
        <translation>讀取為(&amp;R)</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>編碼(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;One step is</source>
        <translation>一步為(&amp;O)</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>一個字元</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>一個詞</translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation>分隔符號(&amp;S)</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗號</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分號</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>豎線 |</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>&amp;First row</source>
        <translation>第一列(&amp;F)</translation>
    </message>
    <message>
        <source>column names</source>
        <translation>欄名</translation>
    </message>
    <message>
        <source>numbers already</source>
        <translation>已是數字</translation>
    </message>
    <message>
        <source>&amp;Decimal sign</source>
        <translation>小數點(&amp;D)</translation>
    </message>
    <message>
        <source>point  1.5</source>
        <translation>點號  1.5</translation>
    </message>
    <message>
        <source>comma  1,5</source>
        <translation>逗號  1,5</translation>
    </message>
    <message>
        <source>&amp;Missing values</source>
        <translation>缺失值(&amp;M)</translation>
    </message>
    <message>
        <source>are an error</source>
        <translation>視為錯誤</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>略去該列</translation>
    </message>
    <message>
        <source>interpolate</source>
        <translation>內插</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>目標(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;caling</source>
        <translation>縮放(&amp;C)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>標準化</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>log-differences</source>
        <translation>對數差分</translation>
    </message>
    <message>
        <source>standard: mean 0 and standard deviation 1; log-differences: ln(xₜ / xₜ₋₁)</source>
        <translation>標準化：平均值 0、標準差 1；對數差分：ln(xₜ / xₜ₋₁)</translation>
    </message>
    <message>
        <source>Se&amp;quence</source>
        <translation>序列(&amp;Q)</translation>
    </message>
    <message>
        <source>The sequence that is shown, and learnt from first</source>
        <translation>顯示並最先學習的序列</translation>
    </message>
    <message>
        <source>From ste&amp;p</source>
        <translation>起始步(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Number of steps</source>
        <translation>步數(&amp;N)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Ro&amp;ws a step</source>
        <translation>每步列數(&amp;W)</translation>
    </message>
    <message>
        <source>So many rows of the file become one step</source>
        <translation>檔案中這麼多列合為一步</translation>
    </message>
    <message>
        <source>&amp;by</source>
        <translation>取(&amp;B)</translation>
    </message>
    <message>
        <source>their mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>第一列</translation>
    </message>
    <message>
        <source>next value</source>
        <translation>下一個值</translation>
    </message>
    <message>
        <source>next word</source>
        <translation>下一個詞</translation>
    </message>
    <message>
        <source>next character</source>
        <translation>下一個字元</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>欄「%1」</translation>
    </message>
    <message>
        <source>none, forward only</source>
        <translation>無，僅前向</translation>
    </message>
    <message>
        <source> of %L1</source>
        <translation> / %L1</translation>
    </message>
    <message>
        <source>%L1 of %L1</source>
        <translation>%L1 / %L1</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>已貼上</translation>
    </message>
    <message>
        <source>Open a sequence</source>
        <translation>開啟序列</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>來自剪貼簿</translation>
    </message>
    <message>
        <source>The start of the text</source>
        <translation>文字的開頭</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>讀取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>a kind of file that is not known, read as %1</source>
        <translation>未知的檔案類型，視為「%1」讀取</translation>
    </message>
    <message>
        <source>no target, forward only</source>
        <translation>無目標，僅前向</translation>
    </message>
    <message>
        <source>target: column %1</source>
        <translation>目標：欄「%1」</translation>
    </message>
    <message>
        <source>target: next value</source>
        <translation>目標：下一個值</translation>
    </message>
    <message>
        <source>target: next word</source>
        <translation>目標：下一個詞</translation>
    </message>
    <message>
        <source>target: next character</source>
        <translation>目標：下一個字元</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 個詞</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 個字元</translation>
    </message>
    <message>
        <source>%1 different ones</source>
        <translation>%1 個相異</translation>
    </message>
    <message>
        <source>%1 rows in %2 sequences, of which number %3, with %4 rows, is shown</source>
        <translation>%1 列，分為 %2 個序列，顯示其中第 %3 個，共 %4 列</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>1 with missing values left out</source>
        <translation>略去 1 列（有缺失值）</translation>
    </message>
    <message>
        <source>%1 with missing values left out</source>
        <translation>略去 %1 列（有缺失值）</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>輸入 %1</translation>
    </message>
    <message>
        <source>inputs %1</source>
        <translation>輸入 %1</translation>
    </message>
    <message>
        <source>%1 inputs</source>
        <translation>%1 個輸入</translation>
    </message>
    <message>
        <source>1 step of it</source>
        <translation>取其 1 步</translation>
    </message>
    <message>
        <source>%1 steps of it</source>
        <translation>取其 %1 步</translation>
    </message>
    <message>
        <source>Reading; it opens as soon as that is done …</source>
        <translation>讀取中；完成後隨即開啟 …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>讀取中 …</translation>
    </message>
    <message>
        <source>ln(xₜ / xₜ₋₁) of each step, the first left out</source>
        <translation>每步的 ln(xₜ / xₜ₋₁)，略去第一步</translation>
    </message>
    <message>
        <source>mean %1, standard deviation %2</source>
        <translation>平均值 %1，標準差 %2</translation>
    </message>
    <message>
        <source>0 to 1 from %1 … %2</source>
        <translation>0 到 1，取自 %1 … %2</translation>
    </message>
</context>
<context>
    <name>rnnscope::JacobianPanel</name>
    <message>
        <source>overflows at t = %1</source>
        <translation>在 t = %1 溢位</translation>
    </message>
    <message>
        <source>σ₁ ≤ 1: cannot explode</source>
        <translation>σ₁ ≤ 1：不會爆炸</translation>
    </message>
    <message>
        <source>σ₁ ≤ 1 everywhere: cannot explode</source>
        <translation>處處 σ₁ ≤ 1：不會爆炸</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1: at most × %1 a step</source>
        <translation>σ₁ &lt; 1：每步至多 × %1</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1 everywhere: vanishes at least as %1 per step</source>
        <translation>處處 σ₁ &lt; 1：每步至多 × %1，必然消失</translation>
    </message>
    <message>
        <source>largest singular value over 1: may explode</source>
        <translation>最大奇異值大於 1：可能爆炸</translation>
    </message>
    <message>
        <source>σ₁ &gt; 1: may explode</source>
        <translation>σ₁ &gt; 1：可能爆炸</translation>
    </message>
    <message>
        <source>largest singular value under 1 at every step: must vanish</source>
        <translation>最大奇異值在每一步都小於 1：必然消失</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1 at every step: must vanish</source>
        <translation>每一步 σ₁ &lt; 1：必然消失</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>σ₁ is the largest singular value of ∂s_t/∂s_(t−1), s the whole state.
Under 1 at every step suffices to vanish.
Over 1 is needed to explode, but does not suffice.</source>
        <translation>σ₁ 是 ∂s_t/∂s_(t−1) 的最大奇異值，s 為整個狀態。
每一步都小於 1 足以使梯度消失。
大於 1 是爆炸的必要條件，但不充分。</translation>
    </message>
    <message>
        <source>geometric mean of σ₁: %1
largest σ₁: %2</source>
        <translation>σ₁ 的幾何平均：%1
最大 σ₁：%2</translation>
    </message>
    <message>
        <source>Jacobian spectrum over time</source>
        <translation>雅可比譜隨時間的變化</translation>
    </message>
    <message>
        <source>largest singular value</source>
        <translation>最大奇異值</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>其餘</translation>
    </message>
    <message>
        <source>spectral radius</source>
        <translation>譜半徑</translation>
    </message>
    <message>
        <source>&lt;b&gt;t = %1&lt;/b&gt;, layer %2</source>
        <translation>&lt;b&gt;t = %1&lt;/b&gt;，第 %2 層</translation>
    </message>
    <message>
        <source>backwards in time</source>
        <translation>沿時間逆向</translation>
    </message>
    <message>
        <source>forwards in time</source>
        <translation>沿時間順向</translation>
    </message>
    <message>
        <source>of the %1 × %1 Jacobian from the step before</source>
        <translation>取自對前一步的 %1 × %1 雅可比矩陣</translation>
    </message>
    <message>
        <source>σ₁ ≈ 1: cannot explode</source>
        <translation>σ₁ ≈ 1：不會爆炸</translation>
    </message>
    <message>
        <source>σ₁ ≈ 1 everywhere: need not vanish, cannot explode</source>
        <translation>處處 σ₁ ≈ 1：未必消失，不會爆炸</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1: loses at least %1 % a step</source>
        <translation>σ₁ &lt; 1：每步至少損失 %1 %</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1 everywhere: loses at least %1 % per step</source>
        <translation>處處 σ₁ &lt; 1：每步至少損失 %1 %</translation>
    </message>
    <message>
        <source>σ₁ &gt; 1 at %L1 of %2</source>
        <translation>%2中有 %L1 步 σ₁ &gt; 1</translation>
    </message>
    <message>
        <source>‖W_{hh}‖₂ = %1: no input can make it more</source>
        <translation>‖W_{hh}‖₂ = %1：任何輸入都無法使它更大</translation>
    </message>
</context>
<context>
    <name>rnnscope::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>按鍵表</translation>
    </message>
</context>
<context>
    <name>rnnscope::LaneEditor</name>
    <message>
        <source>What this network differs in</source>
        <translation>此網路的相異之處</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>細胞</translation>
    </message>
    <message>
        <source>The equations of a step</source>
        <translation>一步的方程式</translation>
    </message>
    <message>
        <source>as initialised</source>
        <translation>依初始化</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>單元數</translation>
    </message>
    <message>
        <source>Hidden units of each layer and direction</source>
        <translation>每層每個方向的隱藏單元數</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>遺忘偏置</translation>
    </message>
    <message>
        <source>Bias of the gate that decides how long the cell remembers</source>
        <translation>決定細胞記憶多久的那個閘的偏置</translation>
    </message>
    <message>
        <source>Recurrent ρ</source>
        <translation>循環權重 ρ</translation>
    </message>
    <message>
        <source>Spectral radius of the recurrent weights</source>
        <translation>循環權重的譜半徑</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>What is done to a large gradient</source>
        <translation>如何處理過大的梯度</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>依數值</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>依範數</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>閾值</translation>
    </message>
    <message>
        <source>Largest entry, or largest norm over all gradients together</source>
        <translation>單一分量的上限，或所有梯度合計範數的上限</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>Learning rate of an update</source>
        <translation>一次更新的學習率</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Gates or states kept at a value: f=1</source>
        <translation>固定為某值的閘或狀態：f=1</translation>
    </message>
    <message>
        <source>nothing, or f=1</source>
        <translation>無，或 f=1</translation>
    </message>
    <message>
        <source>Show in all panels</source>
        <translation>在所有面板中顯示</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>rnnscope::LaneHead</name>
    <message>
        <source>What this network differs in</source>
        <translation>此網路的相異之處</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>%1 的選單</translation>
    </message>
    <message>
        <source>A click shows it in all panels</source>
        <translation>點選後顯示於所有面板</translation>
    </message>
    <message>
        <source>shown in all panels</source>
        <translation>顯示於所有面板</translation>
    </message>
</context>
<context>
    <name>rnnscope::LessonColumn</name>
    <message>
        <source>Lesson</source>
        <translation>課程</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>關閉課程</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁</translation>
    </message>
    <message>
        <source>↺ page as it began</source>
        <translation>↺ 還原此頁</translation>
    </message>
    <message>
        <source>Page as it began</source>
        <translation>還原此頁</translation>
    </message>
    <message>
        <source>controls</source>
        <translation>控制項</translation>
    </message>
    <message>
        <source>Show or hide the column of controls</source>
        <translation>顯示或隱藏控制項欄</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ 上一頁</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>顯示答案</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>下一頁 ›</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>所有課程</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>預覽：%1</translation>
    </message>
    <message>
        <source>Back to the editor</source>
        <translation>回到課程編輯</translation>
    </message>
    <message>
        <source>To the editor</source>
        <translation>回到編輯</translation>
    </message>
</context>
<context>
    <name>rnnscope::LessonEditor</name>
    <message>
        <source>Lesson editor</source>
        <translation>課程編輯</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>輸入：%1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 頁</translation>
    </message>
    <message>
        <source>Points at nothing</source>
        <translation>不指向任何東西</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>復原：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未儲存</translation>
    </message>
    <message>
        <source>%1, with changes</source>
        <translation>%1，有改動</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（無標題）</translation>
    </message>
    <message>
        <source>Arrange the window as a page is to show it, then record it.</source>
        <translation>把視窗擺成一頁要展示的樣子，然後錄製。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>沒有缺少什麼。</translation>
    </message>
    <message>
        <source>Language that is written</source>
        <translation>正在寫的語言</translation>
    </message>
    <message>
        <source>Title of the lesson</source>
        <translation>課程的標題</translation>
    </message>
    <message>
        <source>Undo in the lesson</source>
        <translation>復原課程中的改動</translation>
    </message>
    <message>
        <source>Redo in the lesson</source>
        <translation>重做課程中的改動</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>New, open, save, languages</source>
        <translation>新增、開啟、儲存、語言</translation>
    </message>
    <message>
        <source>Close the editor; the lesson stays as it is</source>
        <translation>關閉編輯；課程保持原樣</translation>
    </message>
    <message>
        <source>&amp;New lesson</source>
        <translation>新課程(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Languages</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>Languages of the lesson</source>
        <translation>課程的語言</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁</translation>
    </message>
    <message>
        <source>Drag to put them in order; a double click shows a page in the window</source>
        <translation>拖曳可調整順序；按兩下可在視窗中顯示該頁</translation>
    </message>
    <message>
        <source>show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Show this page in the window</source>
        <translation>在視窗中顯示此頁</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>上移此頁</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>下移此頁</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete this page</source>
        <translation>刪除此頁</translation>
    </message>
    <message>
        <source>● Record page</source>
        <translation>● 錄製一頁</translation>
    </message>
    <message>
        <source>Record page</source>
        <translation>錄製一頁</translation>
    </message>
    <message>
        <source>A new page of what the window shows now: settings, updates, place, panels</source>
        <translation>把視窗現在展示的內容錄成新的一頁：設定、更新次數、位置、面板</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>重新錄製</translation>
    </message>
    <message>
        <source>What the window shows now for this page; its words stay</source>
        <translation>用視窗現在展示的內容取代此頁；文字不變</translation>
    </message>
    <message>
        <source>Title of the page</source>
        <translation>此頁的標題</translation>
    </message>
    <message>
        <source>Text; an empty line begins a paragraph</source>
        <translation>內文；空一行另起一段</translation>
    </message>
    <message>
        <source>{f|forget gate} is drawn in the colour of f, $h_t$ as a formula, *this* strong</source>
        <translation>{f|遺忘閘} 以 f 的顏色顯示，$h_t$ 顯示為公式，*這樣* 則加粗</translation>
    </message>
    <message>
        <source>What gets a ring around it; the rest is dimmed</source>
        <translation>加上圈的部分；其餘變暗</translation>
    </message>
    <message>
        <source>Plays by itself</source>
        <translation>自動播放</translation>
    </message>
    <message>
        <source>Notes for whoever presents it</source>
        <translation>講稿（只給講課人看）</translation>
    </message>
    <message>
        <source>Asks a question</source>
        <translation>提一個問題</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>提一個問題</translation>
    </message>
    <message>
        <source>Ask no question</source>
        <translation>不提問題</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Why that is the answer</source>
        <translation>為什麼這是答案</translation>
    </message>
    <message>
        <source>Of the whole lesson</source>
        <translation>整個課程</translation>
    </message>
    <message>
        <source>What it is about, in one sentence</source>
        <translation>用一句話說明內容</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> 分鐘</translation>
    </message>
    <message>
        <source>Length not said</source>
        <translation>未註明時長</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>▶ Preview</source>
        <translation>▶ 預覽</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>From this page on, as a class sees it; closing it leads back here</source>
        <translation>從此頁開始，如同課堂所見；關閉後回到這裡</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>還有 1 處</translation>
    </message>
    <message>
        <source>%L1 more</source>
        <translation>還有 %L1 處</translation>
    </message>
    <message>
        <source>Points at %1</source>
        <translation>指向 %1</translation>
    </message>
</context>
<context>
    <name>rnnscope::LessonGallery</name>
    <message>
        <source>Lessons</source>
        <translation>課程</translation>
    </message>
    <message>
        <source>Page Down and Page Up, a clicker&apos;s keys, play a lesson</source>
        <translation>以 Page Down 與 Page Up（簡報筆的兩個鍵）播放課程</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>開啟檔案…</translation>
    </message>
    <message>
        <source>A lesson of your own, or somebody else&apos;s</source>
        <translation>自己或他人編寫的課程</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 頁</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 頁</translation>
    </message>
    <message>
        <source>%1 · %2 min</source>
        <translation>%1 · %2 分鐘</translation>
    </message>
</context>
<context>
    <name>rnnscope::LessonPlayer</name>
    <message>
        <source>&amp;Next page</source>
        <translation>下一頁(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>上一頁(&amp;P)</translation>
    </message>
    <message>
        <source>Page as it &amp;began</source>
        <translation>還原此頁(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close the lesson</source>
        <translation>關閉課程(&amp;C)</translation>
    </message>
    <message>
        <source>The answer, or the next page (%1)</source>
        <translation>答案或下一頁（%1）</translation>
    </message>
    <message>
        <source>The previous page (%1)</source>
        <translation>上一頁（%1）</translation>
    </message>
    <message>
        <source>Back to what this page began with (%1)</source>
        <translation>回到此頁開始時的狀態（%1）</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <translation>課程「%1」</translation>
    </message>
</context>
<context>
    <name>rnnscope::LessonTile</name>
    <message>
        <source>%1. %2. Seen to its end.</source>
        <translation>%1。%2。已看完。</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1。%2。</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已看完</translation>
    </message>
</context>
<context>
    <name>rnnscope::LessonWriter</name>
    <message>
        <source>Record a page</source>
        <translation>錄製一頁</translation>
    </message>
    <message>
        <source>Record page %1 again</source>
        <translation>重新錄製第 %1 頁</translation>
    </message>
    <message>
        <source>Move page %1</source>
        <translation>移動第 %1 頁</translation>
    </message>
    <message>
        <source>Delete page %1</source>
        <translation>刪除第 %1 頁</translation>
    </message>
    <message>
        <source>New lesson</source>
        <translation>新課程</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>開啟 %1</translation>
    </message>
</context>
<context>
    <name>rnnscope::LossPanel</name>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>loss %1 at update %2</source>
        <translation>第 %2 次更新時損失為 %1</translation>
    </message>
    <message>
        <source>NaN at update %1</source>
        <translation>第 %1 次更新時為 NaN</translation>
    </message>
    <message>
        <source>loss ∞ at update %1</source>
        <translation>第 %1 次更新時損失為 ∞</translation>
    </message>
    <message>
        <source>loss %1, ‖g‖ %2 at update %3</source>
        <translation>第 %3 次更新時損失為 %1，‖g‖ 為 %2</translation>
    </message>
    <message>
        <source>without clipping</source>
        <translation>不裁剪</translation>
    </message>
    <message>
        <source>with clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>Choose a target to have something to learn</source>
        <translation>選擇目標後才有東西可學</translation>
    </message>
    <message>
        <source>Press Train (T) to see the loss fall</source>
        <translation>按「訓練」（T）看損失下降</translation>
    </message>
    <message>
        <source>no room for states: every way back is trained anew</source>
        <translation>沒有空間儲存狀態：每次回退都須重新訓練</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>損失 %1</translation>
    </message>
    <message>
        <source>no loss</source>
        <translation>無損失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>‖g‖</source>
        <translation>‖g‖</translation>
    </message>
    <message>
        <source>twin, %1</source>
        <translation>對照，%1</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>本次訓練</translation>
    </message>
    <message>
        <source>before clipping</source>
        <translation>裁剪前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>裁剪後</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>update %1 of %2, %3</source>
        <translation>第 %1 / %2 次更新，%3</translation>
    </message>
    <message>
        <source>&lt;b&gt;update %1&lt;/b&gt;</source>
        <translation>&lt;b&gt;第 %1 次更新&lt;/b&gt;</translation>
    </message>
    <message>
        <source>, clipped</source>
        <translation>，已裁剪</translation>
    </message>
    <message>
        <source>, not clipped</source>
        <translation>，未裁剪</translation>
    </message>
    <message>
        <source>‖g‖ before clipping</source>
        <translation>裁剪前的 ‖g‖</translation>
    </message>
    <message>
        <source>‖g‖ after</source>
        <translation>裁剪後的 ‖g‖</translation>
    </message>
    <message>
        <source>loss of the twin</source>
        <translation>對照的損失</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>發散</translation>
    </message>
    <message>
        <source>engaged in %L1 of %L2</source>
        <translation>%L2 次中裁剪了 %L1 次</translation>
    </message>
    <message>
        <source>states every %L1 updates, %L2 kept, %3 of %4 MB</source>
        <translation>每 %L1 次更新存一個狀態，已存 %L2 個，%3 / %4 MB</translation>
    </message>
</context>
<context>
    <name>rnnscope::MainWindow</name>
    <message>
        <source>Overflow: %1</source>
        <translation>溢位：%1</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Clip by norm and train again</source>
        <translation>依範數裁剪並重新訓練</translation>
    </message>
    <message>
        <source>Checking the gradient: %1 %</source>
        <translation>檢查梯度：%1%</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No more than %L1 numbers can be edited; give them as weights in a file</source>
        <translation>最多只能編輯 %L1 個數字；請以權重檔案提供</translation>
    </message>
    <message>
        <source>About RNNScope</source>
        <translation>關於 RNNScope</translation>
    </message>
    <message>
        <source>&lt;b&gt;RNNScope %1&lt;/b&gt;&lt;br&gt;A recurrent network taken apart in front of a class.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later. Built with Qt, QCustomPlot and Eigen.</source>
        <translation>&lt;b&gt;RNNScope %1&lt;/b&gt;&lt;br&gt;在課堂上拆解循環神經網路。&lt;br&gt;&lt;br&gt;依 GNU 通用公共授權條款第 3 版或更新版本發布的自由軟體。以 Qt、QCustomPlot 與 Eigen 建構。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Inside, over time</source>
        <translation>內部隨時間的變化</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新增(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開啟(&amp;O)…</translation>
    </message>
    <message>
        <source>Dra&amp;w a sequence…</source>
        <translation>繪製序列(&amp;W)…</translation>
    </message>
    <message>
        <source>Open &amp;example</source>
        <translation>開啟範例(&amp;E)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>開啟 %1</translation>
    </message>
    <message>
        <source>Open &amp;demonstration</source>
        <translation>開啟示範實驗(&amp;D)</translation>
    </message>
    <message>
        <source>Save set&amp;up…</source>
        <translation>儲存設定(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Load weights…</source>
        <translation>載入權重(&amp;L)…</translation>
    </message>
    <message>
        <source>Save &amp;weights…</source>
        <translation>儲存權重(&amp;W)…</translation>
    </message>
    <message>
        <source>Save as &amp;PyTorch script…</source>
        <translation>儲存為 PyTorch 指令碼(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation>匯出圖形(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Paste as sequence…</source>
        <translation>貼上為序列(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Hold a gate…</source>
        <translation>固定閘(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>執行(&amp;R)</translation>
    </message>
    <message>
        <source>Training &amp;pace</source>
        <translation>訓練速度(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Memory for going back</source>
        <translation>回退用記憶體(&amp;M)</translation>
    </message>
    <message>
        <source>States kept while training, to go back to any update at once</source>
        <translation>訓練時儲存的狀態，用於立即回到任一次更新</translation>
    </message>
    <message>
        <source>%L1 MB</source>
        <translation>%L1 MB</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>課程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按鍵表(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About RNNScope</source>
        <translation>關於 RNNScope(&amp;A)</translation>
    </message>
    <message>
        <source>%L1 updates a second</source>
        <translation>每秒 %L1 次更新</translation>
    </message>
    <message>
        <source>As fast as it can</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>Panels as at the start</source>
        <translation>還原面板初始配置</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影機</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Memory had no room to keep this training; it starts anew</source>
        <translation>記憶體不足以保留這次訓練；將重新開始</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近的檔案(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存新檔(&amp;A)…</translation>
    </message>
    <message>
        <source>this document</source>
        <translation>此文件</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未儲存的變更</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>要儲存對 %1 的變更嗎？</translation>
    </message>
    <message>
        <source>Unsaved changes of the last time</source>
        <translation>上次未儲存的變更</translation>
    </message>
    <message>
        <source>The program ended before changes to this document were saved. Here they are again; %1 takes them back</source>
        <translation>程式在儲存此文件的變更之前就結束了。變更已恢復；按 %1 可取消這些變更</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>儲存文件</translation>
    </message>
    <message>
        <source>Documents (*.rnnscope)</source>
        <translation>文件 (*.rnnscope)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已儲存 %1</translation>
    </message>
    <message>
        <source>Previous curves</source>
        <translation>之前的曲線</translation>
    </message>
    <message>
        <source>After a change, the curves of before stay faint until dismissed</source>
        <translation>變更之後，先前的曲線會淡淡地保留，直到清除為止</translation>
    </message>
    <message>
        <source>Edit the input at t = %1</source>
        <translation>編輯 t = %1 的輸入</translation>
    </message>
    <message>
        <source>Edit the input from t = %1 on</source>
        <translation>編輯 t = %1 起的輸入</translation>
    </message>
    <message>
        <source>Reset the input</source>
        <translation>重設輸入</translation>
    </message>
    <message>
        <source>Draw a sequence</source>
        <translation>繪製序列</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>The setup of the last time cannot be opened, so this is a new one: %1</source>
        <translation>無法開啟上次的設定，因此這是新的設定：%1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>The setup cannot be kept for the next start: %1</source>
        <translation>無法保留設定供下次啟動使用：%1</translation>
    </message>
    <message>
        <source>Open a document, a sequence or a setup</source>
        <translation>開啟文件、序列或設定</translation>
    </message>
    <message>
        <source>Documents, sequences and setups (*.rnnscope *.csv *.tsv *.tab *.json *.npy *.npz *.txt)</source>
        <translation>文件、序列與設定 (*.rnnscope *.csv *.tsv *.tab *.json *.npy *.npz *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Save the setup</source>
        <translation>儲存設定</translation>
    </message>
    <message>
        <source>Setups (*.json)</source>
        <translation>設定 (*.json)</translation>
    </message>
    <message>
        <source>Saved %1, and beside it %2</source>
        <translation>已儲存 %1，並在同處儲存 %2</translation>
    </message>
    <message>
        <source>Copied the data of %1 as CSV</source>
        <translation>已將 %1 的資料複製為 CSV</translation>
    </message>
    <message>
        <source>Paste a sequence</source>
        <translation>貼上序列</translation>
    </message>
    <message>
        <source>There is no text to paste; copy a table or a text first</source>
        <translation>沒有可貼上的文字；請先複製表格或文字</translation>
    </message>
    <message>
        <source>%L1 files were dropped; this is the first, %2</source>
        <translation>拖放了 %L1 個檔案；這是第一個：%2</translation>
    </message>
    <message>
        <source>Only files of this computer can be opened</source>
        <translation>只能開啟這部電腦上的檔案</translation>
    </message>
    <message>
        <source>Save as PyTorch script</source>
        <translation>儲存為 PyTorch 指令碼</translation>
    </message>
    <message>
        <source>Python scripts (*.py)</source>
        <translation>Python 指令碼 (*.py)</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>載入權重</translation>
    </message>
    <message>
        <source>Safetensors (*.safetensors)</source>
        <translation>Safetensors (*.safetensors)</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>載入 %1</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>儲存權重</translation>
    </message>
    <message>
        <source>Saved %1, the weights after %2</source>
        <translation>已儲存 %1，為 %2後的權重</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言 Language(&amp;L)</translation>
    </message>
    <message>
        <source>Leave, one after the other: a lesson&apos;s pointing, the controls, what a presenter has in hand, full screen, the message, the previous curves, presenting, the comparison</source>
        <translation>依序離開：課程的指引、控制項、放映時所用的工具、全螢幕、訊息、之前的曲線、放映、比較</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved. Save them (Ctrl+S), or leave presenting (F5) to be asked about them</source>
        <translation>%1有尚未儲存的變更。請儲存（Ctrl+S），或結束放映（F5）後再作選擇</translation>
    </message>
    <message>
        <source>The changes to %1 are not saved; %2 brings them back</source>
        <translation>對%1的變更未儲存；按 %2 可恢復</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>放映(&amp;P)</translation>
    </message>
    <message>
        <source>Bookmark %1: %2</source>
        <translation>書籤 %1：%2</translation>
    </message>
    <message>
        <source>Bookmark %1</source>
        <translation>書籤 %1</translation>
    </message>
    <message>
        <source>As it began</source>
        <translation>還原到開始時</translation>
    </message>
    <message>
        <source>Point at a panel first</source>
        <translation>請先指向一個面板</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Not while presenting (F5 leaves): %1</source>
        <translation>放映時無法使用（按 F5 結束放映）：%1</translation>
    </message>
    <message>
        <source>Lea&amp;ve</source>
        <translation>離開(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What is this panel?</source>
        <translation>這是什麼面板？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>手冊(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;All lessons…</source>
        <translation>所有課程(&amp;A)…</translation>
    </message>
    <message>
        <source>Panels in one place</source>
        <translation>同一位置的面板</translation>
    </message>
    <message>
        <source>As a ta&amp;ble</source>
        <translation>顯示為表格(&amp;B)</translation>
    </message>
    <message>
        <source>A panel&apos;s numbers as a table, and back</source>
        <translation>把面板的數值顯示為表格，再按一次返回</translation>
    </message>
    <message>
        <source>Of the panel that has the focus, or else that is pointed at</source>
        <translation>有焦點的面板；沒有焦點時，指標所指的面板</translation>
    </message>
    <message>
        <source>Point at a panel first, or go to it with the Tab key</source>
        <translation>請先指向一個面板，或用 Tab 鍵移到它</translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation>減少動畫(&amp;M)</translation>
    </message>
    <message>
        <source>Nothing fades or slides; playing still steps</source>
        <translation>不淡入淡出，也不滑動；播放仍然逐步進行</translation>
    </message>
    <message>
        <source>&amp;Write a lesson…</source>
        <translation>編寫課程(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Edit this lesson…</source>
        <translation>編輯此課程(&amp;E)…</translation>
    </message>
    <message>
        <source>Lesson editor</source>
        <translation>課程編輯</translation>
    </message>
    <message>
        <source>&amp;Open a lesson…</source>
        <translation>開啟課程(&amp;O)…</translation>
    </message>
    <message>
        <source>Page %1 is recorded again</source>
        <translation>第 %1 頁已重新錄製</translation>
    </message>
    <message>
        <source>Page %1 is recorded; give it a title and a text</source>
        <translation>第 %1 頁已錄製；請寫標題和內文</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 頁</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>開啟課程</translation>
    </message>
    <message>
        <source>Lessons (*.json)</source>
        <translation>課程 (*.json)</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>儲存課程</translation>
    </message>
    <message>
        <source>What page %1 points at</source>
        <translation>第 %1 頁指向什麼</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控制項</translation>
    </message>
    <message>
        <source>Quantities, wherever they are drawn</source>
        <translation>量，無論畫在哪裡</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>At nothing</source>
        <translation>不指向任何東西</translation>
    </message>
    <message>
        <source>Unsaved lesson</source>
        <translation>未儲存的課程</translation>
    </message>
    <message>
        <source>the lesson</source>
        <translation>此課程</translation>
    </message>
    <message>
        <source>Saved %1; it cannot be played before what the editor names is there</source>
        <translation>已儲存 %1；補上編輯器指出的內容後才能播放</translation>
    </message>
    <message>
        <source>Leave, one thing after the other</source>
        <translation>依序離開</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Network and training</source>
        <translation>網路與訓練</translation>
    </message>
    <message>
        <source>Panels and window</source>
        <translation>面板與視窗</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>課程</translation>
    </message>
    <message>
        <source>File and edit</source>
        <translation>檔案與編輯</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Training starts anew with this setup; %1 brings back update %2</source>
        <translation>以此設定重新開始訓練；按 %1 可回到第 %2 次更新</translation>
    </message>
    <message>
        <source>Nothing is trained without a target: choose one under Sequence, Target; %1 brings back update %2</source>
        <translation>沒有目標就無法訓練：請在「序列」的「目標」中選擇；按 %1 可回到第 %2 次更新</translation>
    </message>
</context>
<context>
    <name>rnnscope::Manual</name>
    <message>
        <source>The panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>The lessons</source>
        <translation>課程</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按鍵</translation>
    </message>
    <message>
        <source>Inside, over time</source>
        <translation>內部隨時間的變化</translation>
    </message>
    <message>
        <source>Lesson: %1, page %2</source>
        <translation>課程：%1，第 %2 頁</translation>
    </message>
    <message>
        <source>RNNScope: the manual</source>
        <translation>RNNScope 手冊</translation>
    </message>
</context>
<context>
    <name>rnnscope::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>手冊</translation>
    </message>
    <message>
        <source>Search; Return goes on to the next place</source>
        <translation>搜尋；按 Return 移至下一處</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜尋手冊</translation>
    </message>
</context>
<context>
    <name>rnnscope::MessageBar</name>
    <message>
        <source>Copy message</source>
        <translation>複製訊息</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>關閉訊息</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉（Esc）</translation>
    </message>
</context>
<context>
    <name>rnnscope::NotesWindow</name>
    <message>
        <source>Notes – RNNScope</source>
        <translation>講稿 – RNNScope</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>目前時間</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>開始至今</translation>
    </message>
    <message>
        <source>↺ from 0:00</source>
        <translation>↺ 從 0:00 起</translation>
    </message>
    <message>
        <source>Count from now</source>
        <translation>從現在開始計時</translation>
    </message>
    <message>
        <source>What the class does not see</source>
        <translation>學生看不到的內容</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 / %2 頁</translation>
    </message>
    <message>
        <source>No lesson is open</source>
        <translation>沒有開啟課程</translation>
    </message>
    <message>
        <source>While one is (menu &lt;i&gt;Lessons&lt;/i&gt;), the notes of its page and the page that comes next stand here.</source>
        <translation>開啟課程後（選單&lt;i&gt;課程&lt;/i&gt;），這裡顯示目前頁的講稿與下一頁。</translation>
    </message>
    <message>
        <source>This page has no notes.</source>
        <translation>此頁沒有講稿。</translation>
    </message>
    <message>
        <source>Next: the answer, and then</source>
        <translation>接下來：答案，然後是</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>This is the last page</source>
        <translation>這是最後一頁</translation>
    </message>
</context>
<context>
    <name>rnnscope::NumberModel</name>
    <message>
        <source>not yet</source>
        <translation>尚無</translation>
    </message>
</context>
<context>
    <name>rnnscope::Overflow</name>
    <message>
        <source>read-out</source>
        <translation>讀出</translation>
    </message>
    <message>
        <source>%1 %2 of layer %3 reverse</source>
        <translation>第 %3 層（逆向）%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 of layer %3</source>
        <translation>第 %3 層%1 %2</translation>
    </message>
    <message>
        <source>gradient of the %1</source>
        <translation>%1 的梯度</translation>
    </message>
    <message>
        <source>loss is %1 from step %2 on</source>
        <translation>損失從第 %2 步起為 %1</translation>
    </message>
    <message>
        <source>%1, unit %2, is %3 from step %4 back</source>
        <translation>%1，單元 %2，從第 %4 步往前為 %3</translation>
    </message>
    <message>
        <source>%1, unit %2, is %3 from step %4 on</source>
        <translation>%1，單元 %2，從第 %4 步起為 %3</translation>
    </message>
</context>
<context>
    <name>rnnscope::PageBar</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 / %2 頁</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁</translation>
    </message>
</context>
<context>
    <name>rnnscope::Panel</name>
    <message>
        <source>What a network generates has no target and no loss; go back to the sequence under Generation</source>
        <translation>網路生成的內容沒有目標也沒有損失；請在「生成」中回到序列</translation>
    </message>
</context>
<context>
    <name>rnnscope::PhasePlaneHeader</name>
    <message>
        <source>components</source>
        <translation>主成分</translation>
    </message>
    <message>
        <source>units</source>
        <translation>單元</translation>
    </message>
    <message>
        <source>The two principal components: where the state varies most over the sequence</source>
        <translation>兩個主成分：狀態在序列中變化最大的方向</translation>
    </message>
    <message>
        <source>Two units of the state</source>
        <translation>狀態的兩個單元</translation>
    </message>
    <message>
        <source>Which state the path is of</source>
        <translation>軌跡屬於哪個狀態</translation>
    </message>
    <message>
        <source>Unit to the right</source>
        <translation>向右的單元</translation>
    </message>
    <message>
        <source>Unit upwards</source>
        <translation>向上的單元</translation>
    </message>
    <message>
        <source>The unit along the horizontal axis</source>
        <translation>沿水平軸的單元</translation>
    </message>
    <message>
        <source>The unit along the vertical axis</source>
        <translation>沿垂直軸的單元</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>狀態 %1</translation>
    </message>
    <message>
        <source>PC</source>
        <translation>PC</translation>
    </message>
</context>
<context>
    <name>rnnscope::PhasePlanePanel</name>
    <message>
        <source>start</source>
        <translation>起點</translation>
    </message>
    <message>
        <source>overflowed here: t = %1</source>
        <translation>此處溢位：t = %1</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>−∂L/∂%1: %2</source>
        <translation>−∂L/∂%1：%2</translation>
    </message>
    <message>
        <source>Time runs along the arrows.</source>
        <translation>時間沿箭頭方向前進。</translation>
    </message>
    <message>
        <source>The loss falls the way the thick arrow points; its length is logarithmic.</source>
        <translation>損失沿粗箭頭所指的方向下降；箭頭長度為對數刻度。</translation>
    </message>
    <message>
        <source>Phase plane</source>
        <translation>相平面</translation>
    </message>
    <message>
        <source>PC %1</source>
        <translation>PC %1</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1，單元 %2</translation>
    </message>
    <message>
        <source>%1 of %2: %3 % of the variance</source>
        <translation>%2 的 %1：變異數的 %3%</translation>
    </message>
    <message>
        <source>%1, the step before</source>
        <translation>%1，前一步</translation>
    </message>
    <message>
        <source>%1, the step</source>
        <translation>%1，這一步</translation>
    </message>
    <message>
        <source>No value is a number</source>
        <translation>沒有任何值是數字</translation>
    </message>
    <message>
        <source>%1, before the first step</source>
        <translation>%1，第一步之前</translation>
    </message>
    <message>
        <source>−∂L/∂%1 along %2</source>
        <translation>沿 %2 的 −∂L/∂%1</translation>
    </message>
    <message>
        <source>length in this plane</source>
        <translation>在此平面上的長度</translation>
    </message>
</context>
<context>
    <name>rnnscope::PicturePane</name>
    <message>
        <source>Preview of the figure</source>
        <translation>圖形預覽</translation>
    </message>
</context>
<context>
    <name>rnnscope::Playhead</name>
    <message>
        <source>Forward pass</source>
        <translation>前向傳播</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Backward pass</source>
        <translation>反向傳播</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>%1, t = %2 of %3, operation %4, update %5</source>
        <translation>%1，t = %2 / %3，第 %4 個運算，第 %5 次更新</translation>
    </message>
    <message>
        <source>%1, t = %2 of %3, update %4</source>
        <translation>%1，t = %2 / %3，第 %4 次更新</translation>
    </message>
    <message>
        <source>%1, update %2</source>
        <translation>%1，第 %2 次更新</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>1 步/秒</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 步/秒</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暫停</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前進一步</translation>
    </message>
    <message>
        <source>P&amp;revious step</source>
        <translation>上一步(&amp;R)</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>後退一步</translation>
    </message>
    <message>
        <source>Next &amp;operation</source>
        <translation>下一個運算(&amp;O)</translation>
    </message>
    <message>
        <source>One operation of the cell on</source>
        <translation>前進一個細胞運算</translation>
    </message>
    <message>
        <source>Previous operatio&amp;n</source>
        <translation>上一個運算(&amp;N)</translation>
    </message>
    <message>
        <source>One operation of the cell back</source>
        <translation>後退一個細胞運算</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>到開頭(&amp;S)</translation>
    </message>
    <message>
        <source>To the start of this pass</source>
        <translation>到這次傳播的開頭</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>到結尾(&amp;E)</translation>
    </message>
    <message>
        <source>To the end of this pass</source>
        <translation>到這次傳播的結尾</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>減慢(&amp;L)</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>減慢播放</translation>
    </message>
    <message>
        <source>Next &amp;update</source>
        <translation>下一次更新(&amp;U)</translation>
    </message>
    <message>
        <source>To the start of the next update</source>
        <translation>到下一次更新的開頭</translation>
    </message>
    <message>
        <source>Previous up&amp;date</source>
        <translation>上一次更新(&amp;D)</translation>
    </message>
    <message>
        <source>To the start of the previous update</source>
        <translation>到上一次更新的開頭</translation>
    </message>
    <message>
        <source>Next un&amp;it</source>
        <translation>下一個單元(&amp;I)</translation>
    </message>
    <message>
        <source>Look at the next unit</source>
        <translation>查看下一個單元</translation>
    </message>
    <message>
        <source>Previous uni&amp;t</source>
        <translation>上一個單元(&amp;T)</translation>
    </message>
    <message>
        <source>Look at the previous unit</source>
        <translation>查看上一個單元</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>持續訓練(&amp;K)</translation>
    </message>
    <message>
        <source>Keep training: play on through the updates</source>
        <translation>持續訓練：一次接一次播放更新</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暫停(&amp;P)</translation>
    </message>
</context>
<context>
    <name>rnnscope::Plural</name>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>1 update</source>
        <translation>1 次更新</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 個單元</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 個分量</translation>
    </message>
    <message>
        <source>%L1 steps</source>
        <translation>%L1 步</translation>
    </message>
    <message>
        <source>%L1 updates</source>
        <translation>%L1 次更新</translation>
    </message>
    <message>
        <source>%L1 units</source>
        <translation>%L1 個單元</translation>
    </message>
    <message>
        <source>%L1 entries</source>
        <translation>%L1 個分量</translation>
    </message>
</context>
<context>
    <name>rnnscope::Presenter</name>
    <message>
        <source>Reset</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>All %1 bookmarks are taken; Ctrl with a number puts what is there now in place of one</source>
        <translation>%1 個書籤皆已使用；按 Ctrl 加數字可用現在的狀態取代其中一個</translation>
    </message>
    <message>
        <source>There is no bookmark yet; %1 keeps what is there now</source>
        <translation>還沒有書籤；按 %1 可記下現在的狀態</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>離開</translation>
    </message>
    <message>
        <source>&amp;Present, and leave</source>
        <translation>放映與結束放映(&amp;P)</translation>
    </message>
    <message>
        <source>Fills the screen, the second one where there is one, in large type</source>
        <translation>以大字體填滿螢幕；有第二螢幕時使用第二螢幕</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>畫筆</translation>
    </message>
    <message>
        <source>Draw over everything; what is drawn vanishes by itself</source>
        <translation>在畫面上書寫；筆跡會自行消失</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光燈</translation>
    </message>
    <message>
        <source>Dims all but what lies around the pointer; the wheel makes it larger</source>
        <translation>照亮指標周圍，其餘變暗；滾輪可放大光圈</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>The panel under the pointer fills the window, or no longer does</source>
        <translation>讓指標下的面板填滿視窗，或還原</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>The class goes on seeing this picture, whatever is done behind it</source>
        <translation>學生繼續看到這個畫面，背後的操作不受影響</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑畫面</translation>
    </message>
    <message>
        <source>Nothing is seen until the same key, Esc or a click</source>
        <translation>什麼都不顯示，直到再按該鍵、按 Esc 或按一下</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Show and hide panels</source>
        <translation>顯示與隱藏面板</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控制項</translation>
    </message>
    <message>
        <source>Show or hide the tool row and the column of controls</source>
        <translation>顯示或隱藏工具列與控制項欄</translation>
    </message>
    <message>
        <source>Back to what there was when presenting began</source>
        <translation>回到放映開始時的狀態</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>書籤</translation>
    </message>
    <message>
        <source>Book&amp;mark</source>
        <translation>書籤(&amp;M)</translation>
    </message>
    <message>
        <source>Keeps what is there now under the next free number; Ctrl with a number keeps it under that</source>
        <translation>將現在的狀態記為下一個可用編號；按 Ctrl 加數字則記為該編號</translation>
    </message>
    <message>
        <source>Back to the &amp;last bookmark</source>
        <translation>回到上一個書籤(&amp;L)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>講稿</translation>
    </message>
    <message>
        <source>N&amp;otes and clock</source>
        <translation>講稿與時鐘(&amp;O)</translation>
    </message>
    <message>
        <source>The notes of a lesson&apos;s page, the next page and a clock in a window of their own</source>
        <translation>在獨立的視窗中顯示課程目前頁的講稿、下一頁與時鐘</translation>
    </message>
    <message>
        <source>Bookmark %1</source>
        <translation>書籤 %1</translation>
    </message>
    <message>
        <source>Back to bookmark %1</source>
        <translation>回到書籤 %1</translation>
    </message>
    <message>
        <source>Back to bookmark 1, and so on to 9</source>
        <translation>回到書籤 1，依此類推到 9</translation>
    </message>
    <message>
        <source>Bookmark under number 1, and so on to 9</source>
        <translation>記為書籤 1，依此類推到 9</translation>
    </message>
    <message>
        <source>Back to bookmark %1: %2</source>
        <translation>回到書籤 %1：%2</translation>
    </message>
    <message>
        <source>Pe&amp;n</source>
        <translation>畫筆(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Wipe what was drawn</source>
        <translation>擦除筆跡(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Spotlight</source>
        <translation>聚光燈(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Zoom in on a panel, and back</source>
        <translation>放大面板與還原(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Freeze the picture</source>
        <translation>定格畫面(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Black screen</source>
        <translation>黑畫面(&amp;B)</translation>
    </message>
    <message>
        <source>Choose &amp;panels</source>
        <translation>選擇面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Controls</source>
        <translation>控制項(&amp;C)</translation>
    </message>
    <message>
        <source>As it be&amp;gan</source>
        <translation>還原到開始時(&amp;G)</translation>
    </message>
    <message>
        <source>A step on, without a lesson</source>
        <translation>前進一步（無課程時）</translation>
    </message>
    <message>
        <source>A step back, without a lesson</source>
        <translation>後退一步（無課程時）</translation>
    </message>
</context>
<context>
    <name>rnnscope::PresenterBar</name>
    <message>
        <source>Presenting</source>
        <translation>放映</translation>
    </message>
</context>
<context>
    <name>rnnscope::RoleHeader</name>
    <message>
        <source>Use of column %1</source>
        <translation>欄「%1」的用途</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>序列</translation>
    </message>
</context>
<context>
    <name>rnnscope::ScreenAwake</name>
    <message>
        <source>Presenting</source>
        <translation>放映中</translation>
    </message>
</context>
<context>
    <name>rnnscope::Sentence</name>
    <message>
        <source>&apos;%1&apos; is not a whole number in range; write digits only, as 8</source>
        <translation>「%1」不是範圍內的整數；請只寫數字，如 8</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a finite number</source>
        <translation>「%1」不是有限的數</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not known; there are %2</source>
        <translation>沒有「%1」；可用的有 %2</translation>
    </message>
    <message>
        <source>its header is no dictionary</source>
        <translation>其檔頭不是字典</translation>
    </message>
    <message>
        <source>its header is no dictionary of names and values</source>
        <translation>其檔頭不是由名稱和值組成的字典</translation>
    </message>
    <message>
        <source>its header has the unknown entry %1</source>
        <translation>其檔頭含有未知的項目%1</translation>
    </message>
    <message>
        <source>its header has %1 twice</source>
        <translation>其檔頭中%1出現了兩次</translation>
    </message>
    <message>
        <source>its header goes on after the closing brace</source>
        <translation>其檔頭在右大括號之後還有內容</translation>
    </message>
    <message>
        <source>its header lacks descr, fortran_order or shape</source>
        <translation>其檔頭缺少 descr、fortran_order 或 shape</translation>
    </message>
    <message>
        <source>the array cannot be read: it holds records of several fields; save one plain array of numbers</source>
        <translation>無法讀取陣列：其中是含多個欄位的記錄；請只儲存一個普通的數值陣列</translation>
    </message>
    <message>
        <source>its header names no data type</source>
        <translation>其檔頭沒有註明資料型別</translation>
    </message>
    <message>
        <source>its fortran_order is neither True nor False</source>
        <translation>其 fortran_order 既不是 True 也不是 False</translation>
    </message>
    <message>
        <source>its shape is no tuple</source>
        <translation>其形狀不是元組</translation>
    </message>
    <message>
        <source>its shape has a negative extent</source>
        <translation>其形狀中有負的長度</translation>
    </message>
    <message>
        <source>its shape has an extent beyond 64 bits</source>
        <translation>其形狀中有超過 64 位元的長度</translation>
    </message>
    <message>
        <source>its shape has more than 32 dimensions</source>
        <translation>其形狀超過 32 維</translation>
    </message>
    <message>
        <source>this is no NPY file; its first bytes would be \x93NUMPY</source>
        <translation>這不是 NPY 檔案；NPY 檔案的開頭應為 \x93NUMPY</translation>
    </message>
    <message>
        <source>the file is cut short within its header; save it again</source>
        <translation>檔案在檔頭處就被截斷；請重新儲存</translation>
    </message>
    <message>
        <source>its NPY version is %1; versions 1 to 3 can be read</source>
        <translation>其 NPY 版本為 %1；可讀取版本 1 到 3</translation>
    </message>
    <message>
        <source>its header claims %1 bytes; at most 1 MiB would be right</source>
        <translation>其檔頭自稱有 %1 位元組；最多應為 1 MiB</translation>
    </message>
    <message>
        <source>the array holds %1; only real numbers of up to 64 bits can be read</source>
        <translation>陣列中是%1；只能讀取不超過 64 位元的實數</translation>
    </message>
    <message>
        <source>the array&apos;s shape %1 is too large; at most 134217728 numbers (1 GiB) can be read</source>
        <translation>陣列的形狀 %1 太大；最多可讀取 134217728 個數（1 GiB）</translation>
    </message>
    <message>
        <source>the file is cut short: it holds %1 bytes of data; shape %2 and dtype %3 need %4</source>
        <translation>檔案被截斷：其中有 %1 位元組資料；依形狀 %2 和 dtype %3需要 %4 位元組</translation>
    </message>
    <message>
        <source>the file is too long: it holds %1 bytes of data; shape %2 and dtype %3 need %4</source>
        <translation>檔案過長：其中有 %1 位元組資料；依形狀 %2 和 dtype %3需要 %4 位元組</translation>
    </message>
    <message>
        <source>array %1 cannot be unpacked: %2; save the archive again</source>
        <translation>無法解壓縮陣列%1：%2；請重新儲存壓縮檔</translation>
    </message>
    <message>
        <source>it is larger than the archive says</source>
        <translation>它比壓縮檔所註明的大</translation>
    </message>
    <message>
        <source>it is smaller than the archive says</source>
        <translation>它比壓縮檔所註明的小</translation>
    </message>
    <message>
        <source>the arrays unpack to more than 1 GiB; save fewer or shorter ones</source>
        <translation>各陣列解壓縮後超過 1 GiB；請減少陣列的個數或長度</translation>
    </message>
    <message>
        <source>member %1 of the archive has no name or size; save the archive again</source>
        <translation>壓縮檔的第 %1 個成員沒有名稱或大小；請重新儲存壓縮檔</translation>
    </message>
    <message>
        <source>member %1 is no array; an NPZ archive holds only files named *.npy</source>
        <translation>成員%1不是陣列；NPZ 壓縮檔中只能有名為 *.npy 的檔案</translation>
    </message>
    <message>
        <source>array %1 is there twice; every array needs a name of its own</source>
        <translation>陣列%1出現了兩次；各陣列的名稱不能相同</translation>
    </message>
    <message>
        <source>the file is empty; give a file written by numpy.savez</source>
        <translation>檔案是空的；請提供由 numpy.savez 寫出的檔案</translation>
    </message>
    <message>
        <source>this is no NPZ archive: %1; give a file written by numpy.savez</source>
        <translation>這不是 NPZ 壓縮檔：%1；請提供由 numpy.savez 寫出的檔案</translation>
    </message>
    <message>
        <source>array %1: %2</source>
        <translation>陣列%1：%2</translation>
    </message>
    <message>
        <source>array %1 cannot be packed: %2</source>
        <translation>無法打包陣列%1：%2</translation>
    </message>
    <message>
        <source>the archive cannot be made: %1</source>
        <translation>無法產生壓縮檔：%1</translation>
    </message>
    <message>
        <source>it is there twice; every array needs a name of its own</source>
        <translation>它出現了兩次；各陣列的名稱不能相同</translation>
    </message>
    <message>
        <source>its name is empty or not UTF-8; give it a plain name</source>
        <translation>其名稱為空或不是 UTF-8；請改用普通的名稱</translation>
    </message>
    <message>
        <source>%1; where memory is short, fewer steps or units help</source>
        <translation>%1；如果記憶體不足，可減少步數或單元數</translation>
    </message>
    <message>
        <source>it cannot be read back from memory</source>
        <translation>無法從記憶體中讀回</translation>
    </message>
    <message>
        <source>is for %1 inputs a step, but the sequence has %2; they must agree</source>
        <translation>適用於每步 %1 個輸入，但序列每步有 %2 個；兩者必須一致</translation>
    </message>
    <message>
        <source>holds no array &apos;%1&apos;; one of shape %2 is needed</source>
        <translation>沒有陣列「%1」；需要形狀為 %2 的陣列</translation>
    </message>
    <message>
        <source>array &apos;%1&apos; has shape %2; %3 (layers x directions, hidden) is needed</source>
        <translation>陣列「%1」的形狀是 %2；需要 %3，即（層數 × 方向數，隱藏單元數）</translation>
    </message>
    <message>
        <source>a record of %1 steps of %2 units would take %3 GB; shorten the sequence with a length, or use fewer units</source>
        <translation>記錄 %2 個單元的 %1 步需要 %3 GB；請設定長度以縮短序列，或減少單元數</translation>
    </message>
    <message>
        <source>weights of %1 layers of %2 units would take over 4 GB; use fewer</source>
        <translation>%1 層、每層 %2 個單元的權重需要超過 4 GB；請減少層數或單元數</translation>
    </message>
    <message>
        <source>%1 sequences of %2 steps would take %3 GB; take fewer, or shorten them with a length</source>
        <translation>%1 個 %2 步的序列需要 %3 GB；請減少序列數，或設定長度以縮短序列</translation>
    </message>
    <message>
        <source>answers one sequence, but updates learn from others too; set sequences to 1 and leave fresh ones out</source>
        <translation>只是一個序列的目標，但更新還要從其他序列學習；請將序列數設為 1，且不用新序列</translation>
    </message>
    <message>
        <source>the classes of sequences yet to be drawn are not known; with cross-entropy and fresh sequences the target must be the task&apos;s own</source>
        <translation>尚未抽出的序列有哪些類別還不知道；使用交叉熵與新序列時，目標必須是任務本身的目標</translation>
    </message>
    <message>
        <source>holds %1; an update cannot learn from %2</source>
        <translation>有 %1；一次更新無法用 %2 個來學習</translation>
    </message>
    <message>
        <source>sequence %1: %2</source>
        <translation>第 %1 個序列：%2</translation>
    </message>
    <message>
        <source>as edited, at step %1 %2</source>
        <translation>編輯後第 %1 步：%2</translation>
    </message>
    <message>
        <source>as edited, %1</source>
        <translation>編輯後：%1</translation>
    </message>
    <message>
        <source>there is no cell &apos;%1&apos;</source>
        <translation>沒有細胞「%1」</translation>
    </message>
    <message>
        <source>has a read-out of %1, but the target needs %2; they must agree</source>
        <translation>讀出為 %1，但目標需要 %2 個；兩者必須一致</translation>
    </message>
    <message>
        <source>as edited after update %1, the input asks for %2 classes where the network answers %3; edit it before the first update, or stay below</source>
        <translation>在第 %1 次更新後編輯的輸入需要 %2 個類別，但網路只輸出 %3 個；請在第一次更新之前編輯，或不超過此數</translation>
    </message>
    <message>
        <source>inputs or initial states are edited after %1 different numbers of updates; at most %2 are possible</source>
        <translation>輸入或初始狀態在 %1 個不同的更新次數之後被編輯；最多可有 %2 個</translation>
    </message>
    <message>
        <source>inputs or initial states edited after %1 different numbers of updates would take over 4 GB with so large a network; edit them after fewer</source>
        <translation>網路這麼大，在 %1 個不同的更新次數之後編輯輸入或初始狀態需要超過 4 GB；請減少這樣的次數</translation>
    </message>
    <message>
        <source>lane %1: %2</source>
        <translation>並排的第 %1 個網路：%2</translation>
    </message>
    <message>
        <source>the file cannot be written: %1; %2</source>
        <translation>無法寫入檔案：%1；%2</translation>
    </message>
    <message>
        <source>this names no file; give a file name</source>
        <translation>這不是檔名；請給出檔名</translation>
    </message>
    <message>
        <source>this is a folder; give the name of a file in it</source>
        <translation>這是資料夾；請給出其中某個檔案的名稱</translation>
    </message>
    <message>
        <source>this is a device or pipe, which cannot be replaced; give the name of an ordinary file</source>
        <translation>這是裝置或管線，不能取代；請給出一般檔案的名稱</translation>
    </message>
    <message>
        <source>the file is write-protected; choose another name or allow writing to it</source>
        <translation>檔案有防寫保護；請換一個名稱，或允許寫入</translation>
    </message>
    <message>
        <source>scaled so, a number would leave the range of numbers</source>
        <translation>這樣縮放會有數字超出可表示的範圍</translation>
    </message>
    <message>
        <source>row %1, number %2 is empty; copy rows of as many numbers each</source>
        <translation>第 %1 列的第 %2 個數是空的；請複製每列個數相同的數字</translation>
    </message>
    <message>
        <source>row %1, number %2: %3 is not a finite number; copy rows of as many numbers each</source>
        <translation>第 %1 列的第 %2 個數：%3 不是有限的數；請複製每列個數相同的數字</translation>
    </message>
    <message>
        <source>shifted so, a number would leave the range of numbers</source>
        <translation>這樣平移會有數字超出可表示的範圍</translation>
    </message>
    <message>
        <source>a spectral radius is a size; give 0 or more</source>
        <translation>譜半徑不能為負；請給 0 或更大的數</translation>
    </message>
    <message>
        <source>the block holds numbers that are not finite; give it others first</source>
        <translation>這一塊中有非有限的數；請先換成其他數字</translation>
    </message>
    <message>
        <source>the block&apos;s eigenvalues are all zero: no factor gives it a radius; give it other numbers first</source>
        <translation>這一塊的特徵值全為零：乘以任何倍數都得不到譜半徑；請先換成其他數字</translation>
    </message>
    <message>
        <source>nothing is not a finite number; type one, as −0.5 or 1e-3</source>
        <translation>這裡沒有數字；請輸入有限的數，如 −0.5 或 1e-3</translation>
    </message>
    <message>
        <source>%1 is not a finite number; type one, as −0.5 or 1e-3</source>
        <translation>%1 不是有限的數；請輸入如 −0.5 或 1e-3 的數</translation>
    </message>
    <message>
        <source>row %1 has %2 numbers and the first %3; copy rows of as many numbers each</source>
        <translation>第 %1 列有 %2 個數，但第一列有 %3 個；請複製每列個數相同的數字</translation>
    </message>
    <message>
        <source>more than %1 numbers; give them as weights in a file</source>
        <translation>超過 %1 個數；請以權重檔案提供</translation>
    </message>
    <message>
        <source>there are no numbers; copy rows of as many numbers each</source>
        <translation>沒有數字；請複製每列個數相同的數字</translation>
    </message>
    <message>
        <source>%1 numbers where %2 are needed</source>
        <translation>有 %1 個數，但這裡需要 %2 個</translation>
    </message>
    <message>
        <source>sequence %1, whose state is carried over: %2</source>
        <translation>第 %1 個序列（沿用其狀態）：%2</translation>
    </message>
    <message>
        <source>an object with either &quot;text&quot; or &quot;base64&quot;</source>
        <translation>只含 &quot;text&quot; 和 &quot;base64&quot; 之一的物件</translation>
    </message>
    <message>
        <source>base64 with its padding</source>
        <translation>帶填充字元的 base64</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>a safetensors file in base64</source>
        <translation>以 base64 編碼的 safetensors 檔案</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2</source>
        <translation>&quot;%1&quot;：%2</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>base64 of at most 64 KiB</source>
        <translation>不超過 64 KiB 的 base64</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>檔名</translation>
    </message>
    <message>
        <source>has no content of %1; &quot;files.%2&quot; is needed</source>
        <translation>沒有%1的內容；需要 &quot;files.%2&quot;</translation>
    </message>
    <message>
        <source>has not been read, so that it cannot be saved; open it again</source>
        <translation>尚未讀取，因此無法儲存；請重新開啟</translation>
    </message>
    <message>
        <source>is too large for a document; one of at most 256 MiB is needed</source>
        <translation>太大，無法存入文件；不能超過 256 MiB</translation>
    </message>
    <message>
        <source>the document would be larger than 256 MiB; shorten its files, or begin the training anew</source>
        <translation>文件將超過 256 MiB；請縮短其中的檔案，或重新開始訓練</translation>
    </message>
    <message>
        <source>is larger than 256 MiB; a document is smaller</source>
        <translation>大於 256 MiB；文件不會這麼大</translation>
    </message>
    <message>
        <source>the target has %1 values a step, which is more than a column; choose another target first</source>
        <translation>目標每步有 %1 個值，一欄容不下；請先選擇其他目標</translation>
    </message>
    <message>
        <source>the sequence has %1 columns; at most %2 can be drawn</source>
        <translation>序列有 %1 欄；最多可繪製 %2 欄</translation>
    </message>
    <message>
        <source>the only column is the target; add one for the input</source>
        <translation>唯一的一欄是目標；請再加入一欄作為輸入</translation>
    </message>
    <message>
        <source>there is nothing to paste; copy a column of numbers first</source>
        <translation>沒有可貼上的內容；請先複製一欄數字</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>貼上的文字</translation>
    </message>
    <message>
        <source>there is no room for %1 more; at most %2 can be drawn</source>
        <translation>容不下再加 %1；最多可繪製 %2 步</translation>
    </message>
    <message>
        <source>one step has to stay; set it to zero instead</source>
        <translation>至少要留一步；可改為將它設為零</translation>
    </message>
    <message>
        <source>a column needs a name; give it one, as x</source>
        <translation>欄需要名稱；請取一個，如 x</translation>
    </message>
    <message>
        <source>%1 has more than one line; a name has one</source>
        <translation>%1 有多行；名稱只能有一行</translation>
    </message>
    <message>
        <source>%1 is the name of what separates sequences in a file; choose another</source>
        <translation>%1 是檔案中用來分隔序列的欄名；請另取一個</translation>
    </message>
    <message>
        <source>there is a column %1 already; choose another name</source>
        <translation>已有名為 %1 的欄；請另取名稱</translation>
    </message>
    <message>
        <source>there are %1 columns already, and no room for more; remove one first</source>
        <translation>已有 %1 欄，無法再加入；請先移除一欄</translation>
    </message>
    <message>
        <source>one column has to stay; fill it with zeros instead</source>
        <translation>至少要留一欄；可改為用零填滿</translation>
    </message>
    <message>
        <source>%1 do not fit from step %2 on; a drawing has at most %3</source>
        <translation>從第 %2 步起容不下 %1；手繪序列最多有 %3 步</translation>
    </message>
    <message>
        <source>%1 do not fit from column %2 on; a drawing has at most %3</source>
        <translation>從第 %2 欄起容不下 %1；手繪序列最多有 %3 欄</translation>
    </message>
    <message>
        <source>edit %1 names no value; %2</source>
        <translation>編輯項目 %1 沒有給值；%2</translation>
    </message>
    <message>
        <source>the value of edit %1 is not a finite number; %2</source>
        <translation>編輯項目 %1 的值不是有限的數；%2</translation>
    </message>
    <message>
        <source>edit %1 names nothing that a network has; %2</source>
        <translation>編輯項目 %1 所指的內容網路中沒有；%2</translation>
    </message>
    <message>
        <source>edit %1 is not understood; %2</source>
        <translation>無法理解編輯項目 %1；%2</translation>
    </message>
    <message>
        <source>more than %1 numbers are edited; give them as weights in a file</source>
        <translation>編輯的數字超過 %1 個；請以權重檔案提供</translation>
    </message>
    <message>
        <source>&quot;training&quot; has no twin; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 沒有對照；它必須出自同一檔案中的設定</translation>
    </message>
    <message>
        <source>&quot;training&quot; has a twin; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 多了對照；它必須出自同一檔案中的設定</translation>
    </message>
    <message>
        <source>&quot;training&quot; is of %1 networks, not %2; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 有 %1 個網路，而不是 %2 個；它必須出自同一檔案中的設定</translation>
    </message>
    <message>
        <source>&quot;training&quot; has no target to learn from; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 沒有可供學習的目標；它必須出自同一檔案中的設定</translation>
    </message>
    <message>
        <source>&quot;training&quot; has a twin that stands elsewhere; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 中的對照處於另一次更新；它必須出自同一檔案中的設定</translation>
    </message>
    <message>
        <source>&quot;training&quot; has a network beside it that stands elsewhere; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 中並排的網路處於另一次更新；它必須出自同一檔案中的設定</translation>
    </message>
    <message>
        <source>cannot make one step of %1 rows; 1 row or more is possible</source>
        <translation>無法把 %1 列合為一步；至少要 1 列</translation>
    </message>
    <message>
        <source>has %1 row, too few for a step of %2; resample fewer to one</source>
        <translation>只有 %1 列，不足以讓 %2 列合為一步；請減少合為一步的列數</translation>
    </message>
    <message>
        <source>has %1 rows, too few for a step of %2; resample fewer to one</source>
        <translation>只有 %1 列，不足以讓 %2 列合為一步；請減少合為一步的列數</translation>
    </message>
    <message>
        <source>has %1 step, %2 of which cannot be skipped; 0 to %3 are possible</source>
        <translation>有 %1 步，無法略過 %2 步；可略過 0 到 %3 步</translation>
    </message>
    <message>
        <source>has %1 steps, %2 of which cannot be skipped; 0 to %3 are possible</source>
        <translation>有 %1 步，無法略過 %2 步；可略過 0 到 %3 步</translation>
    </message>
    <message>
        <source>has one step, between which and the one before there is no difference; two are needed, or another scaling</source>
        <translation>只有一步，沒有前一步可求差分；需要兩步，或改用其他縮放</translation>
    </message>
    <message>
        <source>holds %1 sequence, so number %2 cannot be shown; 1 to %1 are possible</source>
        <translation>含有 %1 個序列，因此無法顯示第 %2 個；可選 1 到 %1</translation>
    </message>
    <message>
        <source>holds %1 sequences, so number %2 cannot be shown; 1 to %1 are possible</source>
        <translation>含有 %1 個序列，因此無法顯示第 %2 個；可選 1 到 %1</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; is not above 0 in row %2, so it has no logarithm there; choose another scaling than log-differences, or leave the column or these steps out</source>
        <translation>欄「%1」在第 %2 列不大於 0，因此沒有對數；請選擇對數差分以外的縮放，或略去該欄或這些步</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; is not above 0 in the step of rows %2 to %3, so it has no logarithm there; choose another scaling than log-differences, or leave the column or these steps out</source>
        <translation>欄「%1」在第 %2 到 %3 列合成的一步中不大於 0，因此沒有對數；請選擇對數差分以外的縮放，或略去該欄或這些步</translation>
    </message>
    <message>
        <source>the prompt is no UTF-8 text</source>
        <translation>提示詞不是 UTF-8 文字</translation>
    </message>
    <message>
        <source>the prompt has no word; give one, or leave the prompt out</source>
        <translation>提示詞中沒有任何詞；請給一個，或留空</translation>
    </message>
    <message>
        <source>the prompt has %1, which the text does not; it is made of %2</source>
        <translation>提示詞中有 %1，但序列文字中沒有；後者由這些組成：%2</translation>
    </message>
    <message>
        <source>only a network that is asked for the next value can go on by itself; choose that as the target, or generate 0 steps</source>
        <translation>只有預測下一個值的網路才能自行接續；請以下一個值為目標，或將生成步數設為 0</translation>
    </message>
    <message>
        <source>a network that goes on by itself must answer at every step; change the read-out, or generate 0 steps</source>
        <translation>自行接續的網路必須每一步都有輸出；請變更讀出，或將生成步數設為 0</translation>
    </message>
    <message>
        <source>a network that goes on by itself must run in one direction; change that, or generate 0 steps</source>
        <translation>自行接續的網路必須是單向的；請改為單向，或將生成步數設為 0</translation>
    </message>
    <message>
        <source>a text goes on by probabilities; choose cross-entropy as the loss, or generate 0 steps</source>
        <translation>文字靠機率接續；請選擇交叉熵為損失，或將生成步數設為 0</translation>
    </message>
    <message>
        <source>the class that a network answers cannot stand in for a scaled column; set scaling to none, or generate 0 steps</source>
        <translation>網路輸出的類別不能充當經縮放的欄；請選擇不縮放，或將生成步數設為 0</translation>
    </message>
    <message>
        <source>the read-out of %1 values cannot stand in for the input of %2; make them equal, or generate 0 steps</source>
        <translation>%1 個值的讀出不能充當 %2 個值的輸入；請使兩者相等，或將生成步數設為 0</translation>
    </message>
    <message>
        <source>the temperature must be a number, 0 or more</source>
        <translation>溫度必須是不小於 0 的數</translation>
    </message>
    <message>
        <source>the number of steps to generate must be 0 or more</source>
        <translation>要生成的步數必須不小於 0</translation>
    </message>
    <message>
        <source>a prompt begins a text, but this sequence is of numbers and goes on itself; leave the prompt out</source>
        <translation>提示詞是文字的開頭，但這個序列由數字組成，由它本身接續；請將提示詞留空</translation>
    </message>
    <message>
        <source>to generate %1 steps would take over 4 GB; generate fewer, or use fewer units</source>
        <translation>生成 %1 步需要超過 4 GB；請減少步數或單元數</translation>
    </message>
    <message>
        <source>hold %1 names no value; %2</source>
        <translation>固定項目 %1 沒有給值；%2</translation>
    </message>
    <message>
        <source>the value of hold %1 is not a finite number; %2</source>
        <translation>固定項目 %1 的值不是有限的數；%2</translation>
    </message>
    <message>
        <source>hold %1 is not understood; %2</source>
        <translation>無法理解固定項目 %1；%2</translation>
    </message>
    <message>
        <source>more than %1 quantities are held; hold all units at once</source>
        <translation>固定的量超過 %1 個；請一次固定所有單元</translation>
    </message>
    <message>
        <source>hold %1: there is no such quantity; of this cell %2 can be held</source>
        <translation>固定項目 %1：沒有這個量；這個細胞可以固定的有 %2</translation>
    </message>
    <message>
        <source>hold %1: there are only %2 units; hold one of them</source>
        <translation>固定項目 %1：只有 %2 個單元；請固定其中之一</translation>
    </message>
    <message>
        <source>hold %1: there is no such layer or direction; layers count from 0</source>
        <translation>固定項目 %1：沒有這一層或這個方向；層從 0 數起</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>第 %1 列第 %2 欄：%3</translation>
    </message>
    <message>
        <source>the input scale is 0, so the network sees zeros whatever the input is; choose another scale first</source>
        <translation>輸入縮放為 0，無論輸入是什麼，網路看到的都是零；請先選擇其他縮放</translation>
    </message>
    <message>
        <source>%1 cannot be had with an input scale of %2; write a finite number</source>
        <translation>輸入縮放為 %2 時得不到 %1；請輸入有限的數</translation>
    </message>
    <message>
        <source>there is no number; write one, as 0.5</source>
        <translation>沒有數字；請輸入一個，如 0.5</translation>
    </message>
    <message>
        <source>%1 is not a finite number; write one, as 0.5</source>
        <translation>%1 不是有限的數；請輸入如 0.5 的數</translation>
    </message>
    <message>
        <source>there is no number to paste; copy a column of numbers first</source>
        <translation>沒有可貼上的數字；請先複製一欄數字</translation>
    </message>
    <message>
        <source>line %1 holds %2, but a step has %3; a line a step, a column an input is needed</source>
        <translation>第 %1 列有 %2，但每步有 %3；應每步一列，每個輸入一欄</translation>
    </message>
    <message>
        <source>%1 do not fit from t = %2 on, where 1 step is left; paste fewer, or earlier</source>
        <translation>從 t = %2 起容不下 %1，那裡只剩 1 步；請少貼一些，或從更早處貼上</translation>
    </message>
    <message>
        <source>%1 do not fit from t = %2 on, where %3 steps are left; paste fewer, or earlier</source>
        <translation>從 t = %2 起容不下 %1，那裡只剩 %3 步；請少貼一些，或從更早處貼上</translation>
    </message>
    <message>
        <source>forward, loss, backward, clip or update</source>
        <translation>階段名稱 forward、loss、backward、clip 或 update</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>值 true 或 false</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2 is needed</source>
        <translation>&quot;%1&quot;：需要%2</translation>
    </message>
    <message>
        <source>is nested more than 16 deep; %1 is one JSON object</source>
        <translation>巢狀超過 16 層；%1應是一個 JSON 物件</translation>
    </message>
    <message>
        <source>holds more than %1 values; %2 has far fewer</source>
        <translation>含有超過 %1 個值；%2遠沒有這麼多</translation>
    </message>
    <message>
        <source>is not JSON from here on; a comma, a quote or a bracket may be missing or too many just before, and %1 is one JSON object</source>
        <translation>從這裡起不是 JSON；可能前面缺少或多出了逗號、引號或括號，而%1應是一個 JSON 物件</translation>
    </message>
    <message>
        <source>holds a number that no double can hold; %1 is one JSON object</source>
        <translation>含有雙精度數無法表示的數；%1應是一個 JSON 物件</translation>
    </message>
    <message>
        <source>is not %1; an object with &quot;format&quot;: &quot;%2&quot; is needed</source>
        <translation>不是%1；需要含有 &quot;format&quot;: &quot;%2&quot; 的物件</translation>
    </message>
    <message>
        <source>has no version; &quot;version&quot;: %1 is needed</source>
        <translation>沒有版本；需要 &quot;version&quot;: %1</translation>
    </message>
    <message>
        <source>is of version %1; this program reads up to version %2, so a newer RNNScope is needed</source>
        <translation>版本為 %1；此程式最高讀取版本 %2，因此需要更新的 RNNScope</translation>
    </message>
    <message>
        <source>%1: unknown field &quot;%2&quot; is left out</source>
        <translation>%1：已略去未知欄位 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>lanes cannot differ in %1; they can in %2</source>
        <translation>並排的網路不能在 %1 上不同；可以不同的有 %2</translation>
    </message>
    <message>
        <source>lane choice %1: %2</source>
        <translation>並排網路的選項 %1：%2</translation>
    </message>
    <message>
        <source>a quotation mark among the lanes is not closed; write hold=&quot;f=1,h=0&quot;</source>
        <translation>並排的網路中有引號沒有閉合；請寫成 hold=&quot;f=1,h=0&quot;</translation>
    </message>
    <message>
        <source>the network itself (*) stands among the lanes twice; once is enough</source>
        <translation>並排的網路中出現了兩次本網路 *；一次即可</translation>
    </message>
    <message>
        <source>a lane says nothing of what it differs in; %1</source>
        <translation>有一個並排的網路沒有說明哪裡不同；%1</translation>
    </message>
    <message>
        <source>a lane chooses %1 twice; once is enough</source>
        <translation>一個並排的網路給了兩次 %1；一次即可</translation>
    </message>
    <message>
        <source>the network itself (*) is compared with nothing; %1</source>
        <translation>本網路 * 沒有可比較的網路；%1</translation>
    </message>
    <message>
        <source>%1 networks are too many to compare; %2 fit side by side</source>
        <translation>%1 個網路太多，無法比較；最多並排 %2 個</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 networks fit side by side; take one away first</source>
        <translation>最多並排 %1 個網路；請先移除一個</translation>
    </message>
    <message>
        <source>no sequence is given; name a file or a built-in task</source>
        <translation>沒有給出序列；請指定檔案或內建任務</translation>
    </message>
    <message>
        <source>a network that is given its own answers must answer at every step and run in one direction; set teacher forcing to 1, or change that</source>
        <translation>以自己的輸出為輸入的網路必須是單向的，而且每一步都有輸出；請將教師強制設為 1，或變更這些</translation>
    </message>
    <message>
        <source>only a network that foresees the next value can be given its own answers; set teacher forcing to 1, or the target to the next value</source>
        <translation>只有預測下一個值的網路才能以自己的輸出為輸入；請將教師強制設為 1，或以下一個值為目標</translation>
    </message>
    <message>
        <source>the class that a network answers cannot stand in for a scaled column; set teacher forcing to 1, or scaling to none</source>
        <translation>網路輸出的類別不能充當經縮放的欄；請將教師強制設為 1，或選擇不縮放</translation>
    </message>
    <message>
        <source>the read-out of %1 values cannot stand in for the input of %2; set teacher forcing to 1</source>
        <translation>%1 個值的讀出不能充當 %2 個值的輸入；請將教師強制設為 1</translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; a sequence has shape (T,) or (T, I)</source>
        <translation>%1有 %2 維；序列的形狀應為（T,）或（T, I）</translation>
    </message>
    <message>
        <source>%1 is empty; a sequence needs at least one row and one column</source>
        <translation>%1是空的；序列至少需要一列一欄</translation>
    </message>
    <message>
        <source>%1 has %2 rows where %3 has %4; pick columns of one length</source>
        <translation>%1有 %2 列，而%3有 %4 列；請選擇長度相同的欄</translation>
    </message>
    <message>
        <source>row %1, column %2 is NaN; give a number, or have missing values dropped or interpolated</source>
        <translation>第 %1 列、欄 %2 的值是 NaN；請給出數字，或選擇略去缺失值或以內插補上</translation>
    </message>
    <message>
        <source>row %1, column %2 is infinite; give a number, or have missing values dropped or interpolated</source>
        <translation>第 %1 列、欄 %2 的值是無窮大；請給出數字，或選擇略去缺失值或以內插補上</translation>
    </message>
    <message>
        <source>column %1 separates sequences, but not all of it is finite; every row needs its sequence&apos;s number</source>
        <translation>欄%1用來區分序列，但其中有的值不是有限的；每列都需要其序列的編號</translation>
    </message>
    <message>
        <source>column %1 has the same name as column %2, %3; every column needs a name of its own</source>
        <translation>第 %1 欄與第 %2 欄同名，都是%3；各欄的名稱不能相同</translation>
    </message>
    <message>
        <source>there is no column %1 to separate sequences by; there are %2</source>
        <translation>沒有可用來區分序列的欄%1；現有的欄是 %2</translation>
    </message>
    <message>
        <source>the file has no column of values; one beside %1 is needed</source>
        <translation>檔案中沒有數值欄；除%1之外還需要一欄</translation>
    </message>
    <message>
        <source>there is no column %1; there are %2</source>
        <translation>沒有欄%1；現有的欄是 %2</translation>
    </message>
    <message>
        <source>the column that separates sequences cannot be picked as values: %1; there are %2</source>
        <translation>區分序列的欄不能選為數值：%1；可選的欄是 %2</translation>
    </message>
    <message>
        <source>column %1 is picked twice; pick each once of %2</source>
        <translation>欄%1選了兩次；每欄請只選一次，可選的欄是 %2</translation>
    </message>
    <message>
        <source>every row has a missing value, so none is left when such rows are dropped; interpolate instead, or pick columns without missing values</source>
        <translation>每列都有缺失值，略去這些列之後什麼也不剩；請改用內插，或選擇沒有缺失值的欄</translation>
    </message>
    <message>
        <source>column %1 has no number at all; pick other columns</source>
        <translation>欄%1中沒有任何數字；請選擇其他欄</translation>
    </message>
    <message>
        <source>column %1 has no number in sequence %2, so there is nothing to interpolate from; drop rows with missing values, or pick other columns</source>
        <translation>欄%1在第 %2 個序列中沒有數字，因此無從內插；請略去有缺失值的列，或選擇其他欄</translation>
    </message>
    <message>
        <source>there is a header but no data; at least one row of numbers is needed</source>
        <translation>只有標題列而沒有資料；至少需要一列數字</translation>
    </message>
    <message>
        <source>the table is too large; at most 134217728 numbers (1 GiB) can be read, so pick fewer columns</source>
        <translation>表格太大；最多可讀取 134217728 個數（1 GiB），請少選幾欄</translation>
    </message>
    <message>
        <source>the line is empty; remove it, or have missing values dropped or interpolated</source>
        <translation>此行是空的；請刪除它，或選擇略去缺失值或以內插補上</translation>
    </message>
    <message>
        <source>%1 cell</source>
        <translation>%1 個儲存格</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 個儲存格</translation>
    </message>
    <message>
        <source>the row has %1 where the header has %2; every row needs %2</source>
        <translation>此列有 %1，而標題列有 %2 個；每列都需要 %2 個</translation>
    </message>
    <message>
        <source>the row has %1 where the first row has %2; every row needs %2</source>
        <translation>此列有 %1，而第一列有 %2 個；每列都需要 %2 個</translation>
    </message>
    <message>
        <source>the sequence column is empty here; every row needs its sequence&apos;s number or name</source>
        <translation>序列欄在此處是空的；每列都需要其序列的編號或名稱</translation>
    </message>
    <message>
        <source>%1 is beyond the largest double, 1.8e308; scale the column</source>
        <translation>%1超出了雙精度數的最大值 1.8e308；請縮放該欄</translation>
    </message>
    <message>
        <source>the cell is empty; give a number, or have missing values dropped or interpolated</source>
        <translation>儲存格是空的；請給出數字，或選擇略去缺失值或以內插補上</translation>
    </message>
    <message>
        <source>%1 stands for a missing value; give a number, or have missing values dropped or interpolated</source>
        <translation>%1表示缺失值；請給出數字，或選擇略去缺失值或以內插補上</translation>
    </message>
    <message>
        <source>%1 is not a number, nor is anything in column %2; pick the columns to read without it</source>
        <translation>%1不是數字，欄%2中也沒有任何數字；請在選擇要讀取的欄時去掉它</translation>
    </message>
    <message>
        <source>%1 is not a number; one such as 1,5 or -2e3 is needed</source>
        <translation>%1不是數字；需要如 1,5 或 -2e3 的數字</translation>
    </message>
    <message>
        <source>%1 is not a number; one such as 1.5 or -2e3 is needed</source>
        <translation>%1不是數字；需要如 1.5 或 -2e3 的數字</translation>
    </message>
    <message>
        <source>the file is empty; it needs at least one row of numbers</source>
        <translation>檔案是空的；至少需要一列數字</translation>
    </message>
    <message>
        <source>the file holds comments only; it needs at least one row of numbers</source>
        <translation>檔案中只有註解；至少需要一列數字</translation>
    </message>
    <message>
        <source>the quote that opens this cell is never closed; end the cell with &quot;</source>
        <translation>此儲存格開頭的引號沒有結束；請以 &quot; 結束該儲存格</translation>
    </message>
    <message>
        <source>there is text after the closing quote; a quote inside a quoted cell is written twice (&quot;&quot;)</source>
        <translation>右引號之後還有文字；帶引號的儲存格中，引號要寫兩次（&quot;&quot;）</translation>
    </message>
    <message>
        <source>the row has more than %1 cells; check the delimiter</source>
        <translation>此列超過 %1 個儲存格；請檢查分隔符號</translation>
    </message>
    <message>
        <source>there is a NUL byte here, so this is a binary file, or UTF-16 that cannot be recognised; only text can be read, of encoding %1</source>
        <translation>此處有 NUL 位元組，因此這是二進位檔案，或無法辨識的 UTF-16；只能讀取文字，編碼可為 %1</translation>
    </message>
    <message>
        <source>byte %1 is not UTF-8 although most of the text is: the file mixes encodings; save all of it as UTF-8</source>
        <translation>位元組%1不是 UTF-8，而大部分文字是：檔案混用了多種編碼；請全部儲存為 UTF-8</translation>
    </message>
    <message>
        <source>byte %1 is not UTF-8; save the file as UTF-8, or choose another encoding: %2</source>
        <translation>位元組%1不是 UTF-8；請將檔案儲存為 UTF-8，或選擇其他編碼：%2</translation>
    </message>
    <message>
        <source>byte %1 is not UTF-8; save the file as UTF-8, or choose its encoding: %2</source>
        <translation>位元組%1不是 UTF-8；請將檔案儲存為 UTF-8，或選擇它的編碼：%2</translation>
    </message>
    <message>
        <source>%1 (%2 is likely)</source>
        <translation>%1（可能是 %2）</translation>
    </message>
    <message>
        <source>this system cannot convert %1; save the file as UTF-8</source>
        <translation>此系統無法轉換 %1；請將檔案儲存為 UTF-8</translation>
    </message>
    <message>
        <source>byte %1 is not %2; choose another encoding: %3, or leave it to be recognised</source>
        <translation>位元組%1不是 %2；請選擇其他編碼：%3，或讓程式自動辨識</translation>
    </message>
    <message>
        <source>the file begins with the byte order mark of %1, so it is not %2; leave the encoding to be recognised</source>
        <translation>檔案以 %1 的位元組順序記號開頭，因此不是 %2；請讓程式自動辨識編碼</translation>
    </message>
    <message>
        <source>there is binary data here</source>
        <translation>此處有二進位資料</translation>
    </message>
    <message>
        <source>there is an object here; %1</source>
        <translation>此處有一個物件；%1</translation>
    </message>
    <message>
        <source>column %1 is there twice; every column needs a name of its own</source>
        <translation>欄%1出現了兩次；各欄的名稱不能相同</translation>
    </message>
    <message>
        <source>there is a row here after single numbers; %1</source>
        <translation>前面是單個數字，此處卻是一列；%1</translation>
    </message>
    <message>
        <source>arrays are nested too deeply; %1</source>
        <translation>陣列的巢狀過深；%1</translation>
    </message>
    <message>
        <source>the row is empty; every row needs at least one number</source>
        <translation>此列是空的；每列至少需要一個數字</translation>
    </message>
    <message>
        <source>%1 is beyond the largest double, 1.8e308; scale the numbers</source>
        <translation>%1超出了雙精度數的最大值 1.8e308；請縮放這些數</translation>
    </message>
    <message>
        <source>the JSON ends too early; close every bracket and quote</source>
        <translation>JSON 過早結束；請補全所有括號和引號</translation>
    </message>
    <message>
        <source>%1 is no JSON; write null for a missing value</source>
        <translation>%1不是 JSON；缺失值請寫成 null</translation>
    </message>
    <message>
        <source>this is not JSON: %1 cannot stand here; %2</source>
        <translation>這不是 JSON：此處不能出現%1；%2</translation>
    </message>
    <message>
        <source>row %1 has %2 numbers where the first has %3; every row needs %3</source>
        <translation>第 %1 列有 %2 個數，而第一列有 %3 個；每列都需要 %3 個</translation>
    </message>
    <message>
        <source>there is a single value here; %1</source>
        <translation>此處是單個值；%1</translation>
    </message>
    <message>
        <source>there is a single value here after rows; %1</source>
        <translation>前面是列，此處卻是單個值；%1</translation>
    </message>
    <message>
        <source>the row has more than %1 numbers; a row is one time step</source>
        <translation>此列超過 %1 個數；一列是一個時間步</translation>
    </message>
    <message>
        <source>row %1 has more numbers than the first, which has %2; every row needs as many</source>
        <translation>第 %1 列的數比第一列多，第一列有 %2 個；每列需要一樣多</translation>
    </message>
    <message>
        <source>the file holds more than 134217728 numbers, the most that is read; give a shorter one</source>
        <translation>檔案中的數超過可讀取的上限 134217728 個；請改用更短的檔案</translation>
    </message>
    <message>
        <source>%1 names no sequence; give a number or a text</source>
        <translation>%1 不能表示序列；請給出數字或文字</translation>
    </message>
    <message>
        <source>the file holds no numbers; %1</source>
        <translation>檔案中沒有數字；%1</translation>
    </message>
    <message>
        <source>column %1 has %2 values where column %3 has %4; all columns need equally many</source>
        <translation>欄%1有 %2 個值，而欄%3有 %4 個；各欄需要一樣多</translation>
    </message>
    <message>
        <source>the file is empty; %1</source>
        <translation>檔案是空的；%1</translation>
    </message>
    <message>
        <source>there are more than %1 columns; rows are time steps, so a long sequence stands upright</source>
        <translation>超過 %1 欄；每列是一個時間步，因此長序列應當直放</translation>
    </message>
    <message>
        <source>the archive holds no arrays; one of shape (T,) or (T, I) is needed</source>
        <translation>壓縮檔中沒有陣列；需要一個形狀為（T,）或（T, I）的陣列</translation>
    </message>
    <message>
        <source>there is no such file; check its name and folder</source>
        <translation>沒有這個檔案；請檢查其名稱和所在資料夾</translation>
    </message>
    <message>
        <source>the file may not be read; ask for permission to read it</source>
        <translation>沒有權限讀取此檔案；請取得讀取權限</translation>
    </message>
    <message>
        <source>the file cannot be read: %1; try a copy of it</source>
        <translation>無法讀取檔案：%1；請試用它的複本</translation>
    </message>
    <message>
        <source>the file is larger than %1, the most that is read; give a shorter one</source>
        <translation>檔案大於 %1，超過了可讀取的上限；請改用更短的檔案</translation>
    </message>
    <message>
        <source>%1 (read as CSV, as the file&apos;s extension says nothing; known are %2)</source>
        <translation>%1（副檔名無法說明檔案類型，已視為 CSV 讀取；已知的副檔名有 %2）</translation>
    </message>
    <message>
        <source>the text has %1 words or more, %2 different ones; length times different words may be at most %3</source>
        <translation>文字有 %1 個或更多的詞，其中不同的有 %2 個；長度乘以不同詞的個數最多為 %3</translation>
    </message>
    <message>
        <source>the text has %1 characters or more, %2 different ones; length times different characters may be at most %3</source>
        <translation>文字有 %1 個或更多的字元，其中不同的有 %2 個；長度乘以不同字元的個數最多為 %3</translation>
    </message>
    <message>
        <source>a text has no columns to pick; every word becomes one time step</source>
        <translation>文字沒有可選的欄；每個詞成為一個時間步</translation>
    </message>
    <message>
        <source>a text has no columns to pick; every character becomes one time step</source>
        <translation>文字沒有可選的欄；每個字元成為一個時間步</translation>
    </message>
    <message>
        <source>a text has no column that separates sequences; it is one sequence</source>
        <translation>文字沒有區分序列的欄；它是一個序列</translation>
    </message>
    <message>
        <source>the text is empty; it needs at least one word</source>
        <translation>文字是空的；至少需要一個詞</translation>
    </message>
    <message>
        <source>the text is empty; it needs at least one character</source>
        <translation>文字是空的；至少需要一個字元</translation>
    </message>
    <message>
        <source>line %1:%2</source>
        <translation>第 %1 行第 %2 欄</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>there is no task &apos;%1&apos;; there are %2</source>
        <translation>沒有任務「%1」；可用的有 %2</translation>
    </message>
    <message>
        <source>task %1 cannot have %2 steps; %3 to %4 are possible</source>
        <translation>任務 %1 不能有 %2 步；可選 %3 到 %4 步</translation>
    </message>
    <message>
        <source>has no column &apos;%1&apos;; there are %2</source>
        <translation>沒有欄「%1」；現有的欄是 %2</translation>
    </message>
    <message>
        <source>the target at step %1 is no class number; cross-entropy needs whole numbers from 0 to %2</source>
        <translation>第 %1 步的目標不是類別編號；交叉熵需要 0 到 %2 的整數</translation>
    </message>
    <message>
        <source>the target is neither one class number nor one-hot (a single 1 among zeros), which cross-entropy needs</source>
        <translation>目標既不是一個類別編號，也不是獨熱向量（只有一個 1，其餘為 0），而交叉熵需要其中之一</translation>
    </message>
    <message>
        <source>cannot give %1 steps; 1 to %2 are possible</source>
        <translation>無法給出 %1 步；可選 1 到 %2 步</translation>
    </message>
    <message>
        <source>is left with %1 steps where the input has %2 steps</source>
        <translation>剩下 %1 步，而輸入有 %2 步</translation>
    </message>
    <message>
        <source>has %1 rows where the input has %2 steps</source>
        <translation>有 %1 列，而輸入有 %2 步</translation>
    </message>
    <message>
        <source>%1; a target a step is needed, or a single row</source>
        <translation>%1；每步需要一個目標，或總共只有一列</translation>
    </message>
    <message>
        <source>%1; a target a step is needed</source>
        <translation>%1；每步需要一個目標</translation>
    </message>
    <message>
        <source>%1; as many are needed</source>
        <translation>%1；兩者需要一樣多</translation>
    </message>
    <message>
        <source>has one step, which has no next value; two are needed, or another target</source>
        <translation>只有一步，沒有下一個值；需要兩步，或改用其他目標</translation>
    </message>
    <message>
        <source>a file sets no task of its own; the target must be the next value, a column, a file or none</source>
        <translation>檔案沒有本身的任務；目標只能是下一個值、一欄、一個檔案或無</translation>
    </message>
    <message>
        <source>task %1 has no columns to choose a target from; leave the target out, or use &apos;next&apos; or &apos;none&apos;</source>
        <translation>任務 %1 沒有可選為目標的欄；請不指定目標，或使用「next」或「none」</translation>
    </message>
    <message>
        <source>has no column &apos;%1&apos; for the target; there are %2</source>
        <translation>沒有可作目標的欄「%1」；現有的欄是 %2</translation>
    </message>
    <message>
        <source>task %1 asks for numbers, cross-entropy for classes; use mean squared error</source>
        <translation>任務 %1 要求的是數值，交叉熵要求的是類別；請使用均方誤差</translation>
    </message>
    <message>
        <source>a script of more than a million numbers would be unwieldy; use fewer units, fewer or shorter sequences</source>
        <translation>超過一百萬個數字的指令碼太難處理；請減少單元數，或減少、縮短序列</translation>
    </message>
    <message>
        <source>a generated sequence has no loss and no gradient to print; go back to the sequence</source>
        <translation>生成的序列沒有可印出的損失與梯度；請回到原序列</translation>
    </message>
    <message>
        <source>there is no loss and no gradient to print without a target; give one, as next</source>
        <translation>沒有目標就沒有可印出的損失與梯度；請給一個目標，如下一個值</translation>
    </message>
    <message>
        <source>a file name is needed</source>
        <translation>需要檔案名稱</translation>
    </message>
    <message>
        <source>a column&apos;s name is missing; write A,B</source>
        <translation>缺少欄名；請寫成 A,B</translation>
    </message>
    <message>
        <source>a target is needed: next, FILE, column:NAME or none</source>
        <translation>需要目標：next、FILE、column:NAME 或 none</translation>
    </message>
    <message>
        <source>a column&apos;s name is needed, or none</source>
        <translation>需要欄名，或 none</translation>
    </message>
    <message>
        <source>sequences are counted from 1</source>
        <translation>序列從 1 開始編號</translation>
    </message>
    <message>
        <source>a list of names or numbers is needed</source>
        <translation>需要由名稱或數字組成的清單</translation>
    </message>
    <message>
        <source>a text or a number is needed</source>
        <translation>需要文字或數字</translation>
    </message>
    <message>
        <source>&quot;task&quot; and &quot;input&quot; contradict each other; leave one of them out</source>
        <translation>&quot;task&quot; 與 &quot;input&quot; 互相矛盾；請去掉其中一個</translation>
    </message>
    <message>
        <source>names no sequence; a &quot;task&quot; or an &quot;input&quot; is needed</source>
        <translation>沒有指定序列；需要 &quot;task&quot; 或 &quot;input&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>&quot;%1&quot;：%2</translation>
    </message>
    <message>
        <source>true or false is needed</source>
        <translation>需要 true 或 false</translation>
    </message>
    <message>
        <source>the learning rate must be a number above 0</source>
        <translation>學習率必須是大於 0 的數</translation>
    </message>
    <message>
        <source>%1 updates are too few; 1 to %2 are possible</source>
        <translation>更新次數 %1 太少；可為 1 到 %2</translation>
    </message>
    <message>
        <source>%1 updates are too many; 1 to %2 are possible</source>
        <translation>更新次數 %1 太多；可為 1 到 %2</translation>
    </message>
    <message>
        <source>%1 sequences an update are too few; 1 to %2 are possible</source>
        <translation>每次更新的序列數 %1 太少；可為 1 到 %2</translation>
    </message>
    <message>
        <source>%1 sequences an update are too many; 1 to %2 are possible</source>
        <translation>每次更新的序列數 %1 太多；可為 1 到 %2</translation>
    </message>
    <message>
        <source>sequence %1 of a task is too far; 1 to %2 can be shown</source>
        <translation>任務的第 %1 個序列太後面；可顯示第 1 到 %2 個</translation>
    </message>
    <message>
        <source>the window of truncated BPTT must be 1 step or more</source>
        <translation>截斷 BPTT 的視窗必須至少為 1 步</translation>
    </message>
    <message>
        <source>the share of teacher forcing must lie between 0 and 1</source>
        <translation>教師強制的比例必須在 0 與 1 之間</translation>
    </message>
    <message>
        <source>the hidden size is %1; 1 to %2 are possible</source>
        <translation>隱藏單元數為 %1；可為 1 到 %2</translation>
    </message>
    <message>
        <source>%1 layers are too few; 1 to %2 are possible</source>
        <translation>層數 %1 太少；可為 1 到 %2</translation>
    </message>
    <message>
        <source>%1 layers are too many; 1 to %2 are possible</source>
        <translation>層數 %1 太多；可為 1 到 %2</translation>
    </message>
    <message>
        <source>the spectral radius must not be negative</source>
        <translation>譜半徑不能為負</translation>
    </message>
    <message>
        <source>the clipping threshold must be a number above 0</source>
        <translation>裁剪閾值必須是大於 0 的數</translation>
    </message>
    <message>
        <source>the input&apos;s scale must be a finite number</source>
        <translation>輸入縮放必須是有限的數</translation>
    </message>
    <message>
        <source>there is no cell &apos;%1&apos;; there are %2</source>
        <translation>沒有細胞「%1」；可用的有 %2</translation>
    </message>
    <message>
        <source>there is no such choice</source>
        <translation>沒有這個選項</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; is a projection of the hidden state; only networks without proj_size can be shown</source>
        <translation>張量「%1」是隱藏狀態的投影；只能顯示沒有 proj_size 的網路</translation>
    </message>
    <message>
        <source>holds two recurrent modules, &apos;%1&apos; and &apos;%2&apos;; one is needed</source>
        <translation>含有兩個循環模組「%1」和「%2」；需要一個</translation>
    </message>
    <message>
        <source>holds no tensors weight_ih_l0 and weight_hh_l0; the weights of a PyTorch RNN, LSTM or GRU are needed</source>
        <translation>沒有張量 weight_ih_l0 和 weight_hh_l0；需要 PyTorch 的 RNN、LSTM 或 GRU 的權重</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; has shape %2 and &apos;%3&apos; %4; (gates x hidden, hidden) and (gates x hidden, input) are needed</source>
        <translation>張量「%1」的形狀為 %2，「%3」為 %4；需要（gates x hidden, hidden）和（gates x hidden, input）</translation>
    </message>
    <message>
        <source>its metadata says that it is of cell %1, which has %2, but &apos;%3&apos; has %4; save the weights again with the right one, or without</source>
        <translation>其中繼資料註明的細胞為 %1，應有 %2，而「%3」的列區塊數為 %4；請註明正確的細胞或不註明，再重新儲存權重</translation>
    </message>
    <message>
        <source>%1 blocks of rows</source>
        <translation>%1 個列區塊</translation>
    </message>
    <message>
        <source>%1 blocks of rows and weight_ch</source>
        <translation>%1 個列區塊和 weight_ch</translation>
    </message>
    <message>
        <source>%1 and a weight_ch beside it</source>
        <translation>%1，另有 weight_ch</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; has %2 times as many rows as columns; 1 (rnn), 2 (ugrnn), 3 (gru) or 4 (lstm) are known</source>
        <translation>張量「%1」的列數是欄數的 %2 倍；已知的有 1 倍（rnn）、2 倍（ugrnn）、3 倍（gru）和 4 倍（lstm）</translation>
    </message>
    <message>
        <source>both &apos;%1&apos; and &apos;%2&apos; could be the read-out; one that reads the last layer&apos;s %3 values is needed</source>
        <translation>「%1」和「%2」都可能是讀出層；需要唯一一個讀取最後一層 %3 個值的張量</translation>
    </message>
    <message>
        <source>holds %1 layers of %2 units; at most 64 layers of 4096 units can be shown</source>
        <translation>含有 %1 層，每層 %2 個單元；最多可顯示 64 層，每層 4096 個單元</translation>
    </message>
    <message>
        <source>has no tensor &apos;%1&apos;, though other layers and directions call for it</source>
        <translation>沒有張量「%1」，而其他層和方向要求有它</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; has shape %2; beside the others it would be %3</source>
        <translation>張量「%1」的形狀為 %2；與其他張量相配應為 %3</translation>
    </message>
    <message>
        <source>read-out &apos;%1&apos; has shape %2; beside the recurrent layers it would be %3</source>
        <translation>讀出層「%1」的形狀為 %2；與循環層相配應為 %3</translation>
    </message>
    <message>
        <source>&quot;training&quot; %1; it must be of the setup beside it</source>
        <translation>&quot;training&quot;：%1；它必須與同一檔案中的設定相符</translation>
    </message>
    <message>
        <source>has no tensor &apos;%1&apos;</source>
        <translation>沒有張量「%1」</translation>
    </message>
    <message>
        <source>has a tensor &apos;%1&apos; of another shape</source>
        <translation>張量「%1」的形狀不符</translation>
    </message>
    <message>
        <source>has no history of four columns</source>
        <translation>沒有含四欄的歷程</translation>
    </message>
    <message>
        <source>knows %1 updates but has %2 passes</source>
        <translation>記有 %1 次更新，卻有 %2 次傳播</translation>
    </message>
    <message>
        <source>has numbers of updates that contradict each other</source>
        <translation>各個更新次數互相矛盾</translation>
    </message>
    <message>
        <source>its header is no JSON object; save the weights again</source>
        <translation>其檔頭不是 JSON 物件；請重新儲存權重</translation>
    </message>
    <message>
        <source>its header is nested too deeply; save the weights again</source>
        <translation>其檔頭的巢狀過深；請重新儲存權重</translation>
    </message>
    <message>
        <source>its header is not valid JSON; save the weights again</source>
        <translation>其檔頭不是有效的 JSON；請重新儲存權重</translation>
    </message>
    <message>
        <source>its header has %1 twice; every tensor needs a name of its own</source>
        <translation>其檔頭中%1出現了兩次；各張量的名稱不能相同</translation>
    </message>
    <message>
        <source>is described by no JSON object; dtype, shape and data_offsets are needed</source>
        <translation>沒有用 JSON 物件描述；需要 dtype、shape 和 data_offsets</translation>
    </message>
    <message>
        <source>has no %1; dtype, shape and data_offsets are needed</source>
        <translation>沒有 %1；需要 dtype、shape 和 data_offsets</translation>
    </message>
    <message>
        <source>is of type %1; only F64, F32, F16 and BF16 can be read</source>
        <translation>型別為%1；只能讀取 F64、F32、F16 和 BF16</translation>
    </message>
    <message>
        <source>is of whole numbers (%1), as of a quantised network; F64, F32, F16 or BF16 would be right</source>
        <translation>由整數（%1）組成，像是量化過的網路；應為 F64、F32、F16 或 BF16</translation>
    </message>
    <message>
        <source>has a shape that is no list of whole numbers from 0</source>
        <translation>形狀不是由不小於 0 的整數構成的清單</translation>
    </message>
    <message>
        <source>has a shape that is too large; at most 134217728 numbers can be read</source>
        <translation>形狀太大；最多可讀取 134217728 個數</translation>
    </message>
    <message>
        <source>has data_offsets that are no pair of a begin and an end</source>
        <translation>data_offsets 不是由起點和終點組成的一對數</translation>
    </message>
    <message>
        <source>takes %1 bytes by its data_offsets; by its shape and type they should be %2</source>
        <translation>依 data_offsets 佔 %1 位元組；依形狀和型別應為 %2 位元組</translation>
    </message>
    <message>
        <source>tensor %1 ends at byte %2 of the data, of which there are %3; the file is cut short or damaged</source>
        <translation>張量%1結束於資料的第 %2 位元組，而資料只有 %3 位元組；檔案被截斷或已損壞</translation>
    </message>
    <message>
        <source>tensor %1 overlaps the one before it: it begins at byte %2; byte %3 would be right</source>
        <translation>張量%1與前一個重疊：它從第 %2 位元組開始；應從第 %3 位元組開始</translation>
    </message>
    <message>
        <source>tensor %1 leaves a gap before it: it begins at byte %2; byte %3 would be right</source>
        <translation>張量%1之前有空隙：它從第 %2 位元組開始；應從第 %3 位元組開始</translation>
    </message>
    <message>
        <source>the file holds %1 bytes of data; its tensors need %2</source>
        <translation>檔案中有 %1 位元組資料；其中的張量需要 %2 位元組</translation>
    </message>
    <message>
        <source>its __metadata__ is no object of texts; save the weights again</source>
        <translation>其 __metadata__ 不是由文字組成的物件；請重新儲存權重</translation>
    </message>
    <message>
        <source>tensor %1 %2</source>
        <translation>張量%1：%2</translation>
    </message>
    <message>
        <source>the tensors hold more than 134217728 numbers, the most that is read; give smaller weights</source>
        <translation>各張量的數合計超過可讀取的上限 134217728 個；請改用更小的權重</translation>
    </message>
    <message>
        <source>the file is too short for safetensors; its first 8 bytes would give the length of a header</source>
        <translation>檔案太短，不是 safetensors；其前 8 個位元組應為檔頭的長度</translation>
    </message>
    <message>
        <source>its header claims %1 bytes; at most 100000000 would be right, so this may be no safetensors file</source>
        <translation>其檔頭自稱有 %1 位元組；最多應為 100000000，因此這可能不是 safetensors 檔案</translation>
    </message>
    <message>
        <source>the file is cut short within its header of %1 bytes; save the weights again</source>
        <translation>檔案在 %1 位元組的檔頭處就被截斷；請重新儲存權重</translation>
    </message>
    <message>
        <source>nothing is chosen to be drawn; choose one panel or more</source>
        <translation>沒有選擇要繪製的內容；請至少選擇一個面板</translation>
    </message>
    <message>
        <source>the panel has no numbers to save; choose another</source>
        <translation>此面板沒有可儲存的數值；請選擇其他面板</translation>
    </message>
    <message>
        <source>the shown sequence has one row, which has no next value; two are needed, or another target</source>
        <translation>顯示的序列只有一列，沒有下一個值；至少要有兩列，或選擇其他目標</translation>
    </message>
    <message>
        <source>the file has one row, which has no next value; two are needed, or another target</source>
        <translation>檔案只有一列，沒有下一個值；至少要有兩列，或選擇其他目標</translation>
    </message>
    <message>
        <source>no column is chosen as input; choose one in the table&apos;s head</source>
        <translation>沒有選擇作為輸入的欄；請在表格的標題列中選擇</translation>
    </message>
    <message>
        <source>there is not enough memory to read the file; pick fewer columns or shorten it</source>
        <translation>記憶體不足，無法讀取檔案；請少選幾欄，或縮短檔案</translation>
    </message>
    <message>
        <source>the file holds nothing that can be shown as a table</source>
        <translation>檔案中沒有可顯示為表格的內容</translation>
    </message>
    <message>
        <source>there is not enough memory for this; close what else is open</source>
        <translation>記憶體不足；請關閉其他已開啟的內容</translation>
    </message>
    <message>
        <source>its folder cannot be made; allow writing to it</source>
        <translation>無法建立所在的資料夾；請允許寫入</translation>
    </message>
    <message>
        <source>there is not enough memory for the figure; choose a smaller size or fewer dots per inch</source>
        <translation>記憶體不足，無法繪製圖形；請縮小尺寸或降低每英吋點數</translation>
    </message>
    <message>
        <source>the figure cannot be painted</source>
        <translation>無法繪製圖形</translation>
    </message>
    <message>
        <source>the figure cannot be stored as PNG</source>
        <translation>無法將圖形儲存為 PNG</translation>
    </message>
    <message>
        <source>the figure has no area; give it a size of at least 1 × 1 pixels</source>
        <translation>圖形沒有面積；尺寸至少應為 1 × 1 像素</translation>
    </message>
    <message>
        <source>the figure is too large; no side may be longer than 20000 pixels</source>
        <translation>圖形太大；任何一邊都不能超過 20000 像素</translation>
    </message>
    <message>
        <source>there cannot be %1 dots to the inch; choose 10 to 2400</source>
        <translation>每英吋不能有 %1 點；請選擇 10 到 2400</translation>
    </message>
    <message>
        <source>the figure is too large; choose a smaller size or fewer dots per inch, up to 150 million pixels in all</source>
        <translation>圖形太大；請縮小尺寸或降低每英吋點數，總共最多 1.5 億像素</translation>
    </message>
    <message>
        <source>cannot be written (%1); choose a folder that exists and that you may write in</source>
        <translation>無法寫入（%1）；請選擇已存在且有寫入權限的資料夾</translation>
    </message>
    <message>
        <source>a figure cannot be stored under this name; end it in .png, .svg or .pdf</source>
        <translation>圖形不能以此檔名儲存；檔名應以 .png、.svg 或 .pdf 結尾</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no size; write WIDTHxHEIGHT in pixels, as 1280x720, or in millimetres, as 160x90mm</source>
        <translation>「%1」不是尺寸；請寫成「寬x高」，單位為像素，如 1280x720，或為公釐，如 160x90mm</translation>
    </message>
    <message>
        <source>the film was stopped before its end</source>
        <translation>影片在完成之前已停止</translation>
    </message>
    <message>
        <source>there is not enough memory for a picture; choose a smaller film</source>
        <translation>記憶體不足，無法繪製一張圖片；請選擇較小的影片</translation>
    </message>
    <message>
        <source>a GIF&apos;s sides have at most 65535 pixels; choose a smaller film</source>
        <translation>GIF 的邊長最多為 65535 像素；請選擇較小的影片</translation>
    </message>
    <message>
        <source>ffmpeg, which writes MP4, is not installed; install it, or choose .gif</source>
        <translation>寫入 MP4 所需的 ffmpeg 沒有安裝；請安裝它，或選擇 .gif</translation>
    </message>
    <message>
        <source>cannot be written; choose a folder that exists and that you may write in</source>
        <translation>無法寫入；請選擇已存在且有寫入權限的資料夾</translation>
    </message>
    <message>
        <source>ffmpeg, which writes MP4, cannot be started; choose .gif</source>
        <translation>寫入 MP4 所需的 ffmpeg 無法啟動；請選擇 .gif</translation>
    </message>
    <message>
        <source>ffmpeg could not write the film (%1); choose .gif</source>
        <translation>ffmpeg 無法寫入影片（%1）；請選擇 .gif</translation>
    </message>
    <message>
        <source>a film cannot be stored under this name; end it in .gif or .mp4, or in %03d.png for numbered pictures</source>
        <translation>影片不能以此檔名儲存；檔名應以 .gif 或 .mp4 結尾，編號圖片則以 %03d.png 結尾</translation>
    </message>
    <message>
        <source>there is not enough memory for the film; choose a smaller one</source>
        <translation>記憶體不足，無法產生影片；請選擇較小的影片</translation>
    </message>
    <message>
        <source>is not among the program&apos;s own sequences</source>
        <translation>不在程式內建的序列之中</translation>
    </message>
    <message>
        <source>an object with what every page begins with</source>
        <translation>物件，含各頁開始時的設定</translation>
    </message>
    <message>
        <source>a list of pages</source>
        <translation>頁的清單</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>頁</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 頁</translation>
    </message>
    <message>
        <source>the number of a page</source>
        <translation>頁碼</translation>
    </message>
    <message>
        <source>small letters, digits and hyphens, as &quot;one-cell&quot;,</source>
        <translation>小寫字母、數字與連字號，如 &quot;one-cell&quot;</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>a language, as &quot;en&quot;,</source>
        <translation>語言，如 &quot;en&quot;</translation>
    </message>
    <message>
        <source>there is no language %1; there are %2</source>
        <translation>沒有語言%1；可用的有 %2</translation>
    </message>
    <message>
        <source>panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>things to point at</source>
        <translation>要指示的對象</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>論斷</translation>
    </message>
    <message>
        <source>page %1, claim %2</source>
        <translation>第 %1 頁，論斷 %2</translation>
    </message>
    <message>
        <source>&quot;update&quot; is %1, but nothing is learnt with the target none; set another target, or leave the update out</source>
        <translation>&quot;update&quot; 為 %1，但目標為 none 時不會學習；請設定其他目標，或刪去 &quot;update&quot;</translation>
    </message>
    <message>
        <source>&quot;at.phase&quot; is &apos;%1&apos;, but there is no loss with the target none; set another target, or show the phase forward</source>
        <translation>&quot;at.phase&quot; 為「%1」，但目標為 none 時沒有損失；請設定其他目標，或顯示階段 forward</translation>
    </message>
    <message>
        <source>an object with one of &quot;panel&quot;, &quot;control&quot;, &quot;quantity&quot;</source>
        <translation>物件，含 &quot;panel&quot;、&quot;control&quot;、&quot;quantity&quot; 之一</translation>
    </message>
    <message>
        <source>&quot;point&quot; names %1 things at once; an object for each is needed</source>
        <translation>&quot;point&quot; 一次指定了 %1 項；應為每一項各寫一個物件</translation>
    </message>
    <message>
        <source>a list of two texts or more</source>
        <translation>清單，含至少兩段文字</translation>
    </message>
    <message>
        <source>the number of the right choice, from 1,</source>
        <translation>正確選項的序號，從 1 起</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>what is claimed</source>
        <translation>論斷的內容</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>a list of two numbers, as [0.4, 0.8],</source>
        <translation>兩個數的清單，如 [0.4, 0.8]</translation>
    </message>
    <message>
        <source>a number or a word</source>
        <translation>數字或單字</translation>
    </message>
    <message>
        <source>measure &apos;%1&apos;: %2</source>
        <translation>指標「%1」：%2</translation>
    </message>
    <message>
        <source>a list of two numbers, the smaller one first, or null for an open end,</source>
        <translation>兩個數的清單，較小的在前，無界的一端寫 null</translation>
    </message>
    <message>
        <source>&quot;range&quot; goes from %1 to %2; the smaller number comes first</source>
        <translation>&quot;range&quot; 從 %1 到 %2；較小的數應在前面</translation>
    </message>
    <message>
        <source>is larger than 16 MiB; a lesson is smaller</source>
        <translation>大於 16 MiB；課程檔案不應這麼大</translation>
    </message>
    <message>
        <source>%1: the setup is refused: %2</source>
        <translation>%1：此設定不可用：%2</translation>
    </message>
    <message>
        <source>cannot measure %1: %2</source>
        <translation>無法測量 %1：%2</translation>
    </message>
    <message>
        <source>&quot;pages&quot; is no list of objects; write [{&quot;title&quot;: …}, …]</source>
        <translation>&quot;pages&quot; 不是物件的清單；應寫成 [{&quot;title&quot;: …}, …]</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2 is no whole number from 0 to 1000000</source>
        <translation>&quot;%1&quot;：%2不是 0 到 1000000 的整數</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2; write one, as 0.5</source>
        <translation>&quot;%1&quot;：%2；請寫成如 0.5 的數</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2 is not known; there are %3</source>
        <translation>&quot;%1&quot;：沒有%2；可用的有 %3</translation>
    </message>
    <message>
        <source>a quantity of the cell</source>
        <translation>細胞的一個量</translation>
    </message>
    <message>
        <source>a loss</source>
        <translation>損失的值</translation>
    </message>
    <message>
        <source>an accuracy to reach, or an error to stay under</source>
        <translation>要達到的準確率，或誤差應低於的值</translation>
    </message>
    <message>
        <source>how many are taken</source>
        <translation>更新次數</translation>
    </message>
    <message>
        <source>the first number</source>
        <translation>第一個數</translation>
    </message>
    <message>
        <source>the second number</source>
        <translation>第二個數</translation>
    </message>
    <message>
        <source>there is no option %1; it takes none</source>
        <translation>沒有選項%1；它不帶選項</translation>
    </message>
    <message>
        <source>there is no option %1; there are %2</source>
        <translation>沒有選項%1；可用的有 %2</translation>
    </message>
    <message>
        <source>its option &quot;%1&quot; is missing; %2 must be given in &quot;with&quot;</source>
        <translation>缺少選項 &quot;%1&quot;；須在 &quot;with&quot; 中給出%2</translation>
    </message>
    <message>
        <source>the id of a panel</source>
        <translation>面板的 id</translation>
    </message>
    <message>
        <source>there is no panel %1; there are %2</source>
        <translation>沒有面板%1；可用的有 %2</translation>
    </message>
    <message>
        <source>the id of a control</source>
        <translation>控制項的 id</translation>
    </message>
    <message>
        <source>there is no control %1; there are %2</source>
        <translation>沒有控制項%1；可用的有 %2</translation>
    </message>
    <message>
        <source>the id of a quantity</source>
        <translation>量的 id</translation>
    </message>
    <message>
        <source>there is no quantity %1; there are %2</source>
        <translation>沒有量%1；可用的有 %2</translation>
    </message>
    <message>
        <source>the id of a measure</source>
        <translation>指標的 id</translation>
    </message>
    <message>
        <source>there is no measure %1; there are %2</source>
        <translation>沒有指標%1；可用的有 %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空的</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>空的清單</translation>
    </message>
    <message>
        <source>an empty object</source>
        <translation>空的物件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2; %3 is needed</source>
        <translation>&quot;%1&quot; 目前為：%2；應為：%3</translation>
    </message>
    <message>
        <source>field %1 is given twice; the later one counts</source>
        <translation>欄位%1寫了兩次；以較後的一個為準</translation>
    </message>
    <message>
        <source>unknown field %1 is left out</source>
        <translation>已略去未知的欄位%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing; %2 is needed</source>
        <translation>缺少 &quot;%1&quot;；應為：%2</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>%1的清單</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds %2; %3 to %4 %5 are possible</source>
        <translation>&quot;%1&quot; 含 %2 項；%5可有 %3 到 %4 項</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>a text, or a list of paragraphs,</source>
        <translation>文字，或段落的清單</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2 in no language; {&quot;%3&quot;: …, &quot;%4&quot;: …} is needed where a lesson has several languages</source>
        <translation>&quot;%1&quot; 為：%2，未註明語言；課程有多種語言時應寫成 {&quot;%3&quot;: …, &quot;%4&quot;: …}</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names an unknown language %2; there are %3</source>
        <translation>&quot;%1&quot; 中有未知的語言%2；可用的有 %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in %2, which is none of the lesson&apos;s languages; add it to &quot;languages&quot;, or leave it out</source>
        <translation>&quot;%1&quot; 寫有 %2，但它不在課程的語言之列；請把它加入 &quot;languages&quot;，或刪去這一項</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lacks %2; every text is needed in %3</source>
        <translation>&quot;%1&quot; 缺少 %2；每段文字都應有 %3</translation>
    </message>
    <message>
        <source>the setup %1</source>
        <translation>設定%1</translation>
    </message>
    <message>
        <source>the setup is refused: %1</source>
        <translation>此設定不可用：%1</translation>
    </message>
    <message>
        <source>points at the panel %1, which is not among its panels; add it there</source>
        <translation>指示面板%1，但本頁不顯示它；請將它加入本頁的面板</translation>
    </message>
    <message>
        <source>shows the panel &apos;compare&apos;, but compares nothing; set &quot;lanes&quot;</source>
        <translation>顯示面板「compare」，但沒有可比較的內容；請設定 &quot;lanes&quot;</translation>
    </message>
    <message>
        <source>stands at unit %1, but there are %2</source>
        <translation>停在單元 %1，但只有 %2 個單元</translation>
    </message>
    <message>
        <source>is shown after updates, but the claim of %1 on line %2 measures the untrained network; give it &quot;with&quot;: {&quot;updates&quot;: …}</source>
        <translation>在幾次更新之後顯示，但第 %2 行關於 %1 的論斷測量的是未訓練的網路；請為它寫上 &quot;with&quot;: {&quot;updates&quot;: …}</translation>
    </message>
    <message>
        <source>&quot;picture&quot; is of a panel that its page does not show</source>
        <translation>&quot;picture&quot; 中的面板在該頁上沒有顯示</translation>
    </message>
    <message>
        <source>a %1 is never closed at %2; write \%1 for the character itself</source>
        <translation>%2處的 %1 沒有閉合；要寫這個字元本身，請寫 \%1</translation>
    </message>
    <message>
        <source>there is nothing between two marks at %1; write \%2 for the character itself</source>
        <translation>%1處的兩個標記之間沒有內容；要寫這個字元本身，請寫 \%2</translation>
    </message>
    <message>
        <source>ends with \; write \\ for the character itself</source>
        <translation>以 \ 結尾；要寫這個字元本身，請寫 \\</translation>
    </message>
    <message>
        <source>a command at %1; LaTeX is not read, write the sign itself, as σ, ∂ or ∘</source>
        <translation>%1處有命令；這裡不支援 LaTeX，請直接寫符號，如 σ、∂ 或 ∘</translation>
    </message>
    <message>
        <source>a { without a | at %1; write {f|words}, or \{ for the character itself</source>
        <translation>%1處的 { 之後沒有 |；請寫 {f|文字}，要寫這個字元本身則寫 \{</translation>
    </message>
    <message>
        <source>there is no quantity %1 to colour words after; there are %2</source>
        <translation>沒有可用來為文字上色的量%1；可用的有 %2</translation>
    </message>
    <message>
        <source>nothing stands behind %1 at %2; write what is to be set low</source>
        <translation>%2處的 %1 之後沒有內容；請寫出要作為下標的內容</translation>
    </message>
    <message>
        <source>nothing stands behind %1 at %2; write what is to be set high</source>
        <translation>%2處的 %1 之後沒有內容；請寫出要作為上標的內容</translation>
    </message>
    <message>
        <source>a formula goes low or high within %1{…} at %2; once is as far as it goes</source>
        <translation>%2處的公式在 %1{…} 之內又有上下標；上下標只能有一層</translation>
    </message>
    <message>
        <source>a { is never closed at %1; write %2{…}</source>
        <translation>%1處的 { 沒有閉合；請寫成 %2{…}</translation>
    </message>
    <message>
        <source>a file holds no fresh sequences; a task is needed</source>
        <translation>檔案中沒有新的序列；應使用任務</translation>
    </message>
    <message>
        <source>no sequences are asked for; 1 or more are needed</source>
        <translation>所要的序列數為 0；應至少為 1</translation>
    </message>
    <message>
        <source>there is no error without a target; another than none is needed</source>
        <translation>沒有目標就沒有誤差；目標不能是 none</translation>
    </message>
    <message>
        <source>has %1 steps, too few for a slope from lag %2 on; two more are needed</source>
        <translation>有 %1 步，從落後 %2 起不足以求斜率；其後至少要有兩步</translation>
    </message>
    <message>
        <source>has no tensor &apos;%1&apos;; weight_hh_l0 is one</source>
        <translation>沒有張量「%1」；可用的如 weight_hh_l0</translation>
    </message>
    <message>
        <source>has no straight path back; a cell that carries its state on is needed, as lstm or gru</source>
        <translation>沒有直通的回傳路徑；應使用把狀態直接傳下去的細胞，如 lstm 或 gru</translation>
    </message>
    <message>
        <source>nothing is learnt without a target; another one than none is needed</source>
        <translation>沒有目標就不會學習；目標不能是 none</translation>
    </message>
    <message>
        <source>there is no gradient without a target; another one than none is needed</source>
        <translation>沒有目標就沒有梯度；目標不能是 none</translation>
    </message>
    <message>
        <source>%1 has no quantity %2; there are %3</source>
        <translation>%1 沒有量%2；可用的有 %3</translation>
    </message>
    <message>
        <source>%1 carries no state %2; h is carried by all cells, c by the LSTM</source>
        <translation>%1 不傳遞狀態%2；所有細胞都傳遞 h，LSTM 還傳遞 c</translation>
    </message>
    <message>
        <source>goes step by step only in one direction with a read-out at every step; set bidirectional to false and readout to every-step</source>
        <translation>只有單向且每一步都讀出時才能逐步進行；請將 bidirectional 設為 false，readout 設為 every-step</translation>
    </message>
    <message>
        <source>has no reverse direction; set bidirectional to true</source>
        <translation>沒有反向；請將 bidirectional 設為 true</translation>
    </message>
    <message>
        <source>has no step %1; 1 to %2 are possible</source>
        <translation>沒有第 %1 步；可用的是 1 到 %2</translation>
    </message>
    <message>
        <source>a file of sequences and loss mse are needed</source>
        <translation>應使用序列檔案，損失應為 mse</translation>
    </message>
    <message>
        <source>holds %1 sequences, of which the first that counts must be one</source>
        <translation>含 %1 個序列；開始計入的序列須在其中</translation>
    </message>
    <message>
        <source>has no step %1 that counts</source>
        <translation>沒有可計入的第 %1 步</translation>
    </message>
    <message>
        <source>the next value as target at every step, loss mse and one direction are needed</source>
        <translation>每一步的目標應為下一個值，損失應為 mse，方向應為單向</translation>
    </message>
    <message>
        <source>&quot;to&quot; is before &quot;from&quot;, or this is 0; steps from 1 on are needed</source>
        <translation>&quot;to&quot; 小於 &quot;from&quot;，或 &quot;from&quot; 為 0；步應從 1 起</translation>
    </message>
    <message>
        <source>loss mse and the next value as target at every step are needed</source>
        <translation>損失應為 mse，每一步的目標應為下一個值</translation>
    </message>
    <message>
        <source>the setup&apos;s sequence must end before the steps that are held out; set a length</source>
        <translation>設定的序列須在保留的步之前結束；請設定長度</translation>
    </message>
    <message>
        <source>a lag from 1 to %1 is needed</source>
        <translation>落後應為 1 到 %1</translation>
    </message>
    <message>
        <source>&quot;last&quot; is 0; 1 step or more is needed</source>
        <translation>&quot;last&quot; 為 0；應至少為 1 步</translation>
    </message>
    <message>
        <source>&quot;from&quot; must lie among the steps behind the end; 1 is the first</source>
        <translation>&quot;from&quot; 須在結尾之後的步之中；第一步為 1</translation>
    </message>
    <message>
        <source>a period from 1 to %1 is needed</source>
        <translation>週期應為 1 到 %1</translation>
    </message>
    <message>
        <source>of classes there is an accuracy; loss mse is needed for an error</source>
        <translation>類別以準確率衡量；要求誤差，損失應為 mse</translation>
    </message>
    <message>
        <source>of numbers there is an error; loss cross-entropy is needed for an accuracy</source>
        <translation>數值以誤差衡量；要求準確率，損失應為 cross-entropy</translation>
    </message>
    <message>
        <source>&quot;every&quot; is 0; 1 or more is needed</source>
        <translation>&quot;every&quot; 為 0；應至少為 1</translation>
    </message>
    <message>
        <source>the id of a switch</source>
        <translation>開關的 id</translation>
    </message>
    <message>
        <source>there is no switch %1; there are %2</source>
        <translation>沒有開關%1；可用的有 %2</translation>
    </message>
    <message>
        <source>a place of the switch</source>
        <translation>開關的一個位置</translation>
    </message>
    <message>
        <source>there is no place %1; there are %2</source>
        <translation>沒有位置%1；可用的有 %2</translation>
    </message>
</context>
<context>
    <name>rnnscope::SequenceEditor</name>
    <message>
        <source>As it was left the last time; “Begin with” has the sequence on the screen</source>
        <translation>與上次離開時相同；「起始內容」可取用螢幕上的序列</translation>
    </message>
    <message>
        <source>This begins empty: %1</source>
        <translation>從空白開始：%1</translation>
    </message>
    <message>
        <source>Begin with the sequence on the screen</source>
        <translation>以螢幕上的序列開始</translation>
    </message>
    <message>
        <source>The first %L1 of the sequence&apos;s %L2 steps</source>
        <translation>序列共 %L2 步，取前 %L1 步</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>加入目標</translation>
    </message>
    <message>
        <source>Change target</source>
        <translation>變更目標</translation>
    </message>
    <message>
        <source>Rename a column</source>
        <translation>重新命名欄</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>加入欄</translation>
    </message>
    <message>
        <source>Remove a column</source>
        <translation>移除欄</translation>
    </message>
    <message>
        <source>Fill a column</source>
        <translation>填滿欄</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>儲存為 CSV</translation>
    </message>
    <message>
        <source>Sequences (*.csv)</source>
        <translation>序列 (*.csv)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已儲存 %1</translation>
    </message>
    <message>
        <source>next value</source>
        <translation>下一個值</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>欄「%1」</translation>
    </message>
    <message>
        <source>a new column</source>
        <translation>新的一欄</translation>
    </message>
    <message>
        <source>none, forward only</source>
        <translation>無，僅前向</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>%L1 steps</source>
        <translation>%L1 步</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>無輸入</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>輸入 %1</translation>
    </message>
    <message>
        <source>inputs %1</source>
        <translation>輸入 %1</translation>
    </message>
    <message>
        <source>target: column %1</source>
        <translation>目標：欄「%1」</translation>
    </message>
    <message>
        <source>target: next value</source>
        <translation>目標：下一個值</translation>
    </message>
    <message>
        <source>no target, forward only</source>
        <translation>無目標，僅前向</translation>
    </message>
    <message>
        <source>Draw a sequence</source>
        <translation>繪製序列</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>起始內容</translation>
    </message>
    <message>
        <source>the sequence on the screen</source>
        <translation>螢幕上的序列</translation>
    </message>
    <message>
        <source>an empty one</source>
        <translation>空白序列</translation>
    </message>
    <message>
        <source>Begin with an empty one</source>
        <translation>以空白序列開始</translation>
    </message>
    <message>
        <source>Change length</source>
        <translation>變更長度</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>長度(&amp;L)</translation>
    </message>
    <message>
        <source>What the network&apos;s answer is compared with</source>
        <translation>與網路輸出相比較的對象</translation>
    </message>
    <message>
        <source>Tar&amp;get</source>
        <translation>目標(&amp;G)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>繪製</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>What the left button does</source>
        <translation>左鍵的作用</translation>
    </message>
    <message>
        <source>The left button sets to zero, as the right one always does</source>
        <translation>左鍵設為零，右鍵則一律如此</translation>
    </message>
    <message>
        <source>Fill the column with</source>
        <translation>填滿此欄</translation>
    </message>
    <message>
        <source>Press and draw. Shift: a straight line. Right button: to zero.</source>
        <translation>按住並繪製。Shift：直線。右鍵：設為零。</translation>
    </message>
    <message>
        <source>The name of the column that is at hand</source>
        <translation>目前欄的名稱</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>欄(&amp;C)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Another input, to begin with of zeros</source>
        <translation>再加一個輸入，起初全為零</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the column that is at hand</source>
        <translation>移除目前的欄</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>儲存為 CSV…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What was drawn is here again the next time</source>
        <translation>下次會重現所繪製的內容</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>rnnscope::SequenceNumbers</name>
    <message>
        <source>input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>read-out</source>
        <translation>讀出</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>this step&apos;s part of the loss</source>
        <translation>此步在損失中的部分</translation>
    </message>
    <message>
        <source>gradient of the loss by the read-out</source>
        <translation>損失對讀出的梯度</translation>
    </message>
    <message>
        <source>value %1, %2</source>
        <translation>值 %1，%2</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>值 %1</translation>
    </message>
</context>
<context>
    <name>rnnscope::SequencePlot</name>
    <message>
        <source>The chosen columns over time</source>
        <translation>所選各欄隨時間的變化</translation>
    </message>
</context>
<context>
    <name>rnnscope::SetupColumn</name>
    <message>
        <source>Show or hide what is changed less often</source>
        <translation>顯示或隱藏較少變更的項目</translation>
    </message>
    <message>
        <source>less ▴</source>
        <translation>收合 ▴</translation>
    </message>
    <message>
        <source>more ▾</source>
        <translation>更多 ▾</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>What the read-out is compared with</source>
        <translation>與讀出相比較的對象</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>What is done to the file&apos;s columns before the network sees them; standard: mean 0 and standard deviation 1</source>
        <translation>網路讀取之前對檔案各欄的處理；標準化：平均值 0、標準差 1</translation>
    </message>
    <message>
        <source>Change scaling</source>
        <translation>變更縮放</translation>
    </message>
    <message>
        <source>Read-out</source>
        <translation>讀出</translation>
    </message>
    <message>
        <source>Where the network answers</source>
        <translation>網路在哪些步輸出</translation>
    </message>
    <message>
        <source>Change read-out</source>
        <translation>變更讀出</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>How far the answers are from the target; a mean over them</source>
        <translation>輸出與目標的差距；對所有輸出取平均</translation>
    </message>
    <message>
        <source>Change loss</source>
        <translation>變更損失</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>The sequence that is shown, and learnt from before the others</source>
        <translation>顯示並先於其他序列學習的序列</translation>
    </message>
    <message>
        <source>Show sequence %1</source>
        <translation>顯示第 %1 個序列</translation>
    </message>
    <message>
        <source>Beside it, the same network that begins with zeros</source>
        <translation>在旁邊顯示從零開始的同一網路</translation>
    </message>
    <message>
        <source>The state before the first step: h0, of an LSTM c0. Carried over, it is the state that the sequence before ended with; no gradient crosses that border</source>
        <translation>第一步之前的狀態：h0，LSTM 另有 c0。延續時即為前一個序列結束時的狀態；梯度不跨越該邊界</translation>
    </message>
    <message>
        <source>Start state</source>
        <translation>起始狀態</translation>
    </message>
    <message>
        <source>Show both start states</source>
        <translation>顯示兩種起始狀態</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>細胞</translation>
    </message>
    <message>
        <source>The equations of a step; also the keys 1, 2, 3</source>
        <translation>一步的方程式；也可用按鍵 1、2、3</translation>
    </message>
    <message>
        <source>Change cell</source>
        <translation>變更細胞</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>單元數</translation>
    </message>
    <message>
        <source>Hidden units of each layer and direction</source>
        <translation>每層每個方向的隱藏單元數</translation>
    </message>
    <message>
        <source>Change units</source>
        <translation>變更單元數</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層數</translation>
    </message>
    <message>
        <source>Each layer&apos;s input is the hidden state of the one below</source>
        <translation>每一層的輸入是其下方一層的隱藏狀態</translation>
    </message>
    <message>
        <source>Change layers</source>
        <translation>變更層數</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>One: from the first step to the last. Both: a second network reads from the end</source>
        <translation>單向：從第一步到最後一步。雙向：另有一個網路從結尾讀起</translation>
    </message>
    <message>
        <source>Change directions</source>
        <translation>變更方向</translation>
    </message>
    <message>
        <source>Bias of the gate that decides how long the cell remembers</source>
        <translation>決定細胞記憶多久的那個閘的偏置</translation>
    </message>
    <message>
        <source>As initialised</source>
        <translation>依初始化</translation>
    </message>
    <message>
        <source>Change forget bias</source>
        <translation>變更遺忘偏置</translation>
    </message>
    <message>
        <source>Recurrent ρ</source>
        <translation>循環權重 ρ</translation>
    </message>
    <message>
        <source>Spectral radius of the recurrent weights. Once set they are an orthogonal matrix times this; as initialised, layer 1&apos;s is shown (of a gated cell, the candidate&apos;s)</source>
        <translation>循環權重的譜半徑。一經設定，循環權重即為正交矩陣乘以此值；依初始化時顯示第 1 層的值（有閘的細胞則為候選值的）</translation>
    </message>
    <message>
        <source>Change recurrent ρ</source>
        <translation>變更循環權重 ρ</translation>
    </message>
    <message>
        <source>Input scale</source>
        <translation>輸入縮放</translation>
    </message>
    <message>
        <source>Factor on what the network sees; the target stays as it is</source>
        <translation>網路所見輸入的倍數；目標不變</translation>
    </message>
    <message>
        <source>Change input scale</source>
        <translation>變更輸入縮放</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Steps of the sequence, from its start</source>
        <translation>序列從開頭起的步數</translation>
    </message>
    <message>
        <source>The usual length</source>
        <translation>一般長度</translation>
    </message>
    <message>
        <source>Change length</source>
        <translation>變更長度</translation>
    </message>
    <message>
        <source>Recurrent form</source>
        <translation>循環權重形式</translation>
    </message>
    <message>
        <source>What a chosen ρ makes of the recurrent weights: a random orthogonal matrix, the initial one scaled, or the identity, times ρ</source>
        <translation>選定 ρ 後循環權重的形式：隨機正交矩陣乘以 ρ、縮放後的初始矩陣，或單位矩陣乘以 ρ</translation>
    </message>
    <message>
        <source>Change recurrent form</source>
        <translation>變更循環權重形式</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Biases of the recurrent layers before the first update</source>
        <translation>第一次更新之前各循環層的偏置</translation>
    </message>
    <message>
        <source>Change biases</source>
        <translation>變更偏置</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Gates, candidates or states kept at a value, forward and backward: f=1, of one unit f[3]=1, for some steps f@5-9=1, of a layer f_l0=1; several with commas between</source>
        <translation>前向與反向都固定為某值的閘、候選值或狀態：f=1，某單元 f[3]=1，某些步 f@5-9=1，某層 f_l0=1；多項以逗號分隔</translation>
    </message>
    <message>
        <source>Change what is held</source>
        <translation>變更固定的項目</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已編輯</translation>
    </message>
    <message>
        <source>Weights, biases, initial states and inputs that were changed by hand</source>
        <translation>手動變更過的權重、偏置、初始狀態與輸入</translation>
    </message>
    <message>
        <source>Put the setup&apos;s own numbers back everywhere</source>
        <translation>全部還原為設定本身的數值</translation>
    </message>
    <message>
        <source>Clear what was edited</source>
        <translation>清除所編輯的內容</translation>
    </message>
    <message>
        <source>Clear edited numbers</source>
        <translation>清除編輯過的數值</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Number of weights and biases</source>
        <translation>權重與偏置的數目</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>The weights before the first update</source>
        <translation>第一次更新之前的權重</translation>
    </message>
    <message>
        <source>Load weights (.safetensors)…</source>
        <translation>載入權重 (.safetensors)…</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>載入權重</translation>
    </message>
    <message>
        <source>Back to weights drawn from the seed</source>
        <translation>改回由種子產生的權重</translation>
    </message>
    <message>
        <source>Back to seeded weights</source>
        <translation>改回種子權重</translation>
    </message>
    <message>
        <source>Use seeded weights</source>
        <translation>使用種子權重</translation>
    </message>
    <message>
        <source>Open a target</source>
        <translation>開啟目標</translation>
    </message>
    <message>
        <source>Sequences (*.csv *.tsv *.json *.npy *.txt);;All (*)</source>
        <translation>序列 (*.csv *.tsv *.json *.npy *.txt);;全部 (*)</translation>
    </message>
    <message>
        <source>Change target</source>
        <translation>變更目標</translation>
    </message>
    <message>
        <source>Start from zeros</source>
        <translation>從零開始</translation>
    </message>
    <message>
        <source>Carry the state over</source>
        <translation>延續狀態</translation>
    </message>
    <message>
        <source>Open a start state</source>
        <translation>開啟起始狀態</translation>
    </message>
    <message>
        <source>NumPy archives (*.npz)</source>
        <translation>NumPy 封存檔 (*.npz)</translation>
    </message>
    <message>
        <source>from file…</source>
        <translation>從檔案…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>標準化</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>最後一步</translation>
    </message>
    <message>
        <source>mean squared</source>
        <translation>均方誤差</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>零</translation>
    </message>
    <message>
        <source>carried</source>
        <translation>延續</translation>
    </message>
    <message>
        <source>The file has one sequence</source>
        <translation>檔案只有一個序列</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>new ones</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>正交矩陣</translation>
    </message>
    <message>
        <source>initial, scaled</source>
        <translation>初始值縮放</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>單位矩陣</translation>
    </message>
    <message>
        <source>as initialised</source>
        <translation>依初始化</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>seeded</source>
        <translation>由種子產生</translation>
    </message>
    <message>
        <source>%L1 edited</source>
        <translation>%L1 個</translation>
    </message>
    <message>
        <source>%L1, %L2 resting</source>
        <translation>%L1 個，%L2 個閒置</translation>
    </message>
    <message>
        <source>%L1 of them have no place in this network or sequence, and come back with one that has</source>
        <translation>其中 %L1 個在此網路或序列中沒有對應位置；換到有對應位置的網路或序列時會恢復</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>No gradient without a target</source>
        <translation>沒有目標就沒有梯度</translation>
    </message>
    <message>
        <source>No update yet</source>
        <translation>尚未更新</translation>
    </message>
    <message>
        <source>the task&apos;s own</source>
        <translation>任務本身的</translation>
    </message>
    <message>
        <source>next value</source>
        <translation>下一個值</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>欄「%1」</translation>
    </message>
    <message>
        <source>Update bias</source>
        <translation>更新偏置</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>遺忘偏置</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>學習</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>最佳化器</translation>
    </message>
    <message>
        <source>How a clipped gradient becomes an update</source>
        <translation>裁剪後的梯度如何成為更新</translation>
    </message>
    <message>
        <source>Change optimiser</source>
        <translation>變更最佳化器</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>Learning rate of an update</source>
        <translation>一次更新的學習率</translation>
    </message>
    <message>
        <source>Change learning rate</source>
        <translation>變更學習率</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次數</translation>
    </message>
    <message>
        <source>Training ends by itself after so many</source>
        <translation>達到此次數後訓練自動結束</translation>
    </message>
    <message>
        <source>Change updates</source>
        <translation>變更更新次數</translation>
    </message>
    <message>
        <source>BPTT window</source>
        <translation>BPTT 視窗</translation>
    </message>
    <message>
        <source>Truncated backpropagation through time: no gradient crosses a border every so many steps, though the state does</source>
        <translation>截斷的沿時間反向傳播：每隔這麼多步有一道邊界，梯度不跨越，狀態則會延續</translation>
    </message>
    <message>
        <source>Through the whole sequence</source>
        <translation>涵蓋整個序列</translation>
    </message>
    <message>
        <source>Change BPTT window</source>
        <translation>變更 BPTT 視窗</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教師強制</translation>
    </message>
    <message>
        <source>Teacher forcing: the share of steps at which the network is given the true value; at the others, its own answer to the step before</source>
        <translation>教師強制：網路得到真實值的步所占的比例；其餘各步則得到自己前一步的輸出</translation>
    </message>
    <message>
        <source>Change teacher forcing</source>
        <translation>變更教師強制</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列數</translation>
    </message>
    <message>
        <source>An update learns from the mean over so many sequences; the first is shown</source>
        <translation>一次更新從這麼多序列的平均中學習；顯示第一個</translation>
    </message>
    <message>
        <source>Change sequences</source>
        <translation>變更序列數</translation>
    </message>
    <message>
        <source>Each update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <source>Whether every update learns from the same sequences or from new ones: drawn by the task, or the file&apos;s next</source>
        <translation>每次更新從相同的序列學習，或從新的序列學習：由任務抽取，或取檔案中的下一個</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>依數值</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>依範數</translation>
    </message>
    <message>
        <source>Each entry of the gradient to ± the threshold</source>
        <translation>梯度的每個分量限制在 ± 閾值之內</translation>
    </message>
    <message>
        <source>The whole gradient shortened to the threshold, its direction kept</source>
        <translation>整個梯度縮短到閾值，方向不變</translation>
    </message>
    <message>
        <source>Change clipping</source>
        <translation>變更裁剪</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>閾值</translation>
    </message>
    <message>
        <source>Largest entry, or largest norm over all gradients together</source>
        <translation>單一分量的上限，或所有梯度合計範數的上限</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>變更閾值</translation>
    </message>
    <message>
        <source>both</source>
        <comment>start states</comment>
        <translation>兩者</translation>
    </message>
    <message>
        <source>one</source>
        <comment>direction</comment>
        <translation>單向</translation>
    </message>
    <message>
        <source>both</source>
        <comment>directions</comment>
        <translation>雙向</translation>
    </message>
    <message>
        <source> of %L1</source>
        <translation> / %L1</translation>
    </message>
    <message>
        <source>Engaged in %L1 of %L2 updates</source>
        <translation>%L2 次更新中裁剪了 %L1 次</translation>
    </message>
</context>
<context>
    <name>rnnscope::SetupThumbnail</name>
    <message>
        <source>Input, and the target dotted</source>
        <translation>輸入，以及以點線表示的目標</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>The sequence, %L1 steps</source>
        <translation>序列，%L1 步</translation>
    </message>
</context>
<context>
    <name>rnnscope::SheetModel</name>
    <message>
        <source>Wherever this value changes, a new sequence begins.</source>
        <translation>此值每次改變，就開始一個新的序列。</translation>
    </message>
    <message>
        <source>“%1” is not a number: a column of text is no input.</source>
        <translation>「%1」不是數字：文字欄不能作為輸入。</translation>
    </message>
    <message>
        <source>An array of shape %1 is no column.</source>
        <translation>形狀為 %1 的陣列不是一欄。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>「%1」不是數字。</translation>
    </message>
</context>
<context>
    <name>rnnscope::SheetView</name>
    <message>
        <source>The file&apos;s first rows</source>
        <translation>檔案的前幾列</translation>
    </message>
</context>
<context>
    <name>rnnscope::SizeBand</name>
    <message>
        <source>vanished</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>shrinking</source>
        <translation>衰減</translation>
    </message>
    <message>
        <source>alive</source>
        <translation>存活</translation>
    </message>
    <message>
        <source>exploding</source>
        <translation>爆炸</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是數字</translation>
    </message>
</context>
<context>
    <name>rnnscope::TimeCard</name>
    <message>
        <source>Dismiss the previous curves</source>
        <translation>清除之前的曲線</translation>
    </message>
    <message>
        <source>values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>The values themselves</source>
        <translation>數值本身</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Lines for up to 8 units, a heatmap for more</source>
        <translation>8 個單元以內用折線，更多則用熱圖</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>折線</translation>
    </message>
    <message>
        <source>A line for each unit</source>
        <translation>每個單元一條折線</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>熱圖</translation>
    </message>
    <message>
        <source>A row of cells for each unit</source>
        <translation>每個單元一列色格</translation>
    </message>
    <message>
        <source>previous curves shown faint</source>
        <translation>之前的曲線以淡色顯示</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Faint and dashed: as it was before the latest change, after %L1 updates. A click, or Esc, dismisses it; B turns it off.</source>
        <translation>淡色虛線：最近一次變更之前、%L1 次更新後的情形。點選或按 Esc 可清除；B 可關閉此功能。</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 層</translation>
    </message>
    <message>
        <source>Layer %1, from the end to the start</source>
        <translation>第 %1 層，從結尾到開頭</translation>
    </message>
    <message>
        <source>Layer %1, from the start to the end</source>
        <translation>第 %1 層，從開頭到結尾</translation>
    </message>
    <message>
        <source>Layer and direction</source>
        <translation>層與方向</translation>
    </message>
    <message>
        <source>Their gradients: how the loss changes with each value</source>
        <translation>其梯度：損失如何隨每個值變化</translation>
    </message>
    <message>
        <source>There is no gradient: without a target there is no loss</source>
        <translation>沒有梯度：沒有目標就沒有損失</translation>
    </message>
</context>
<context>
    <name>rnnscope::TimePanel</name>
    <message>
        <source>%1 alone here</source>
        <translation>此處僅 %1</translation>
    </message>
    <message>
        <source>Input at t = %1</source>
        <translation>t = %1 的輸入</translation>
    </message>
    <message>
        <source>Set to…</source>
        <translation>設為…</translation>
    </message>
    <message>
        <source>Zero here</source>
        <translation>此處歸零</translation>
    </message>
    <message>
        <source>Reset this value</source>
        <translation>重設此值</translation>
    </message>
    <message>
        <source>Reset all values</source>
        <translation>重設所有值</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Paste from here on</source>
        <translation>從這裡起貼上</translation>
    </message>
    <message>
        <source>Double click to type another value</source>
        <translation>按兩下可輸入其他值</translation>
    </message>
    <message>
        <source>Drag up or down, or double click to type</source>
        <translation>上下拖曳，或按兩下輸入</translation>
    </message>
    <message>
        <source>Updates learn from fresh sequences: only what is shown is edited</source>
        <translation>更新從新的序列學習：只編輯所顯示的內容</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>%1 has no cell state</source>
        <translation>%1 沒有細胞狀態</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>單元 %1</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>in the network: %1</source>
        <translation>網路中：%1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation>%1 / %2 個單元</translation>
    </message>
    <message>
        <source>overflowed here: t = %1</source>
        <translation>此處溢位：t = %1</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>read-out</source>
        <translation>讀出</translation>
    </message>
    <message>
        <source>target, in the file&apos;s units</source>
        <translation>目標，檔案的單位</translation>
    </message>
    <message>
        <source>read-out, in the file&apos;s units</source>
        <translation>讀出，檔案的單位</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>機率</translation>
    </message>
    <message>
        <source>right class</source>
        <translation>正確類別</translation>
    </message>
    <message>
        <source>probability of the right class</source>
        <translation>正確類別的機率</translation>
    </message>
    <message>
        <source>the file&apos;s units</source>
        <translation>檔案的單位</translation>
    </message>
    <message>
        <source>forget</source>
        <comment>beside a plot</comment>
        <translation>遺忘閘</translation>
    </message>
    <message>
        <source>input</source>
        <comment>beside a plot</comment>
        <translation>輸入閘</translation>
    </message>
    <message>
        <source>candidate</source>
        <comment>beside a plot</comment>
        <translation>候選值</translation>
    </message>
    <message>
        <source>output</source>
        <comment>beside a plot</comment>
        <translation>輸出閘</translation>
    </message>
    <message>
        <source>reset</source>
        <comment>beside a plot</comment>
        <translation>重置閘</translation>
    </message>
    <message>
        <source>update</source>
        <comment>beside a plot</comment>
        <translation>更新閘</translation>
    </message>
    <message>
        <source>pre-activation</source>
        <comment>beside a plot</comment>
        <translation>活化前值</translation>
    </message>
    <message>
        <source>cell</source>
        <comment>beside a plot</comment>
        <translation>細胞狀態</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>beside a plot</comment>
        <translation>隱藏狀態</translation>
    </message>
    <message>
        <source>not played yet</source>
        <translation>尚未播放</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1，單元 %2</translation>
    </message>
</context>
<context>
    <name>rnnscope::Timeline</name>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>forward 1 → %1</source>
        <translation>前向 1 → %1</translation>
    </message>
    <message>
        <source>backward %1 → 1</source>
        <translation>反向 %1 → 1</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>One pass: forward through time, the loss, backward through time, clipping, update</source>
        <translation>一次傳播：沿時間前向、損失、沿時間反向、裁剪、更新</translation>
    </message>
    <message>
        <source>%1, t = %2</source>
        <translation>%1，t = %2</translation>
    </message>
</context>
<context>
    <name>rnnscope::ToolRow</name>
    <message>
        <source>Cell</source>
        <translation>細胞</translation>
    </message>
    <message>
        <source>%1 cell (%2)</source>
        <translation>%1 細胞（%2）</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>單元數</translation>
    </message>
    <message>
        <source>Hidden units of each layer and direction</source>
        <translation>每層每個方向的隱藏單元數</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>Of everything drawn by chance; the same seed gives the same numbers</source>
        <translation>一切隨機抽取的種子；相同的種子產生相同的數值</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新種子</translation>
    </message>
    <message>
        <source>New seed (%1)</source>
        <translation>新種子（%1）</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>Open a document, a sequence or a setup (Ctrl+O)</source>
        <translation>開啟文件、序列或設定（Ctrl+O）</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>匯出圖形…</translation>
    </message>
    <message>
        <source>Save what is on the screen as a figure (Ctrl+E)</source>
        <translation>將螢幕上的內容儲存為圖形（Ctrl+E）</translation>
    </message>
    <message>
        <source>Change cell</source>
        <translation>變更細胞</translation>
    </message>
    <message>
        <source>Change sequence</source>
        <translation>變更序列</translation>
    </message>
    <message>
        <source>Change units</source>
        <translation>變更單元數</translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation>變更種子</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已開啟</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>範例</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>開啟檔案…</translation>
    </message>
    <message>
        <source>A sequence of your own</source>
        <translation>你自己的序列</translation>
    </message>
    <message>
        <source>Draw a sequence…</source>
        <translation>繪製序列…</translation>
    </message>
    <message>
        <source>With the mouse, or as a table (D)</source>
        <translation>用滑鼠繪製，或以表格輸入（D）</translation>
    </message>
    <message>
        <source>%1 · %2 steps</source>
        <translation>%1 · %2 步</translation>
    </message>
</context>
<context>
    <name>rnnscope::Trainer</name>
    <message>
        <source>There is not enough memory for this; shorten the sequence or use fewer units</source>
        <translation>記憶體不足；請縮短序列或減少單元</translation>
    </message>
</context>
<context>
    <name>rnnscope::TrainingActions</name>
    <message>
        <source>Train</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Train on from the update that is shown, or pause</source>
        <translation>從顯示的更新繼續訓練，或暫停</translation>
    </message>
    <message>
        <source>Train one update</source>
        <translation>訓練一次更新</translation>
    </message>
    <message>
        <source>One update on from the one that is shown</source>
        <translation>從顯示的更新前進一次更新</translation>
    </message>
    <message>
        <source>Back to the untrained network</source>
        <translation>回到未訓練的網路</translation>
    </message>
    <message>
        <source>Stop, and show the network before its first update</source>
        <translation>停止，並顯示第一次更新之前的網路</translation>
    </message>
    <message>
        <source>Run twins</source>
        <translation>對照訓練</translation>
    </message>
    <message>
        <source>Train with and without clipping side by side, from the same seed</source>
        <translation>以相同種子並排訓練裁剪與不裁剪兩種情況</translation>
    </message>
    <message>
        <source>Check the gradient</source>
        <translation>檢查梯度</translation>
    </message>
    <message>
        <source>Compare the gradient with central differences, entry by entry</source>
        <translation>逐一分量比較梯度與中央差分</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Clip by norm</source>
        <translation>依範數裁剪</translation>
    </message>
    <message>
        <source>The gradient agrees with central differences in %L1 parameters, %L2 inputs and %L3 initial states; worst at %4, relative %5</source>
        <translation>梯度與中央差分一致：%L1 個參數、%L2 個輸入與 %L3 個初始狀態；最差處為 %4，相對誤差 %5</translation>
    </message>
    <message>
        <source>worst at %1: %2 against %3, a relative difference of %4</source>
        <translation>最差處為 %1：%2 對 %3，相對差異 %4</translation>
    </message>
    <message>
        <source>The gradient leaves out what truncated BPTT cuts off, so it differs from central differences; %1</source>
        <translation>梯度不含截斷 BPTT 所切掉的部分，因此與中央差分不同；%1</translation>
    </message>
    <message>
        <source>The gradient differs from central differences; %1</source>
        <translation>梯度與中央差分不同；%1</translation>
    </message>
</context>
<context>
    <name>rnnscope::Transport</name>
    <message>
        <source>t = %1 of %2</source>
        <translation>t = %1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>播放控制</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>第 %1 次更新</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>持續訓練</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>速度：%1</translation>
    </message>
</context>
<context>
    <name>rnnscope::UnitNumbers</name>
    <message>
        <source>gradient of the loss by: %1</source>
        <translation>損失對%1的梯度</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>單元 %1</translation>
    </message>
</context>
<context>
    <name>rnnscope::UnitPanel</name>
    <message>
        <source>overflowed here: t = %1</source>
        <translation>此處溢位：t = %1</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>單一單元</translation>
    </message>
    <message>
        <source>unit </source>
        <translation>單元 </translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單元</translation>
    </message>
    <message>
        <source>The unit that is shown; ↑ and ↓ choose another one</source>
        <translation>顯示的單元；↑ 與 ↓ 可選擇其他單元</translation>
    </message>
    <message>
        <source>Unit %1 of layer %2 at t = %3: %4</source>
        <translation>第 %2 層單元 %1，t = %3：%4</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>單元 %1</translation>
    </message>
    <message>
        <source>from x</source>
        <translation>來自 x</translation>
    </message>
    <message>
        <source>from h before</source>
        <translation>來自先前的 h</translation>
    </message>
    <message>
        <source>from h</source>
        <translation>來自 h</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>from c</source>
        <translation>來自 c</translation>
    </message>
    <message>
        <source>to the read-out</source>
        <translation>到讀出層</translation>
    </message>
</context>
<context>
    <name>rnnscope::UnrolledPanel</name>
    <message>
        <source>layer %1</source>
        <translation>第 %1 層</translation>
    </message>
    <message>
        <source>Unrolled through time</source>
        <translation>沿時間展開</translation>
    </message>
    <message>
        <source>colours: h = ±%1</source>
        <translation>色彩：h = ±%1</translation>
    </message>
    <message>
        <source>full bar |h| = %1</source>
        <translation>滿格 |h| = %1</translation>
    </message>
    <message>
        <source>forward ←</source>
        <translation>前向 ←</translation>
    </message>
    <message>
        <source>forward →</source>
        <translation>前向 →</translation>
    </message>
    <message>
        <source>forward ← → gradient</source>
        <translation>前向 ← → 梯度</translation>
    </message>
    <message>
        <source>forward → ← gradient</source>
        <translation>前向 → ← 梯度</translation>
    </message>
    <message>
        <source>gradient complete</source>
        <translation>梯度已完整</translation>
    </message>
    <message>
        <source>width ∝ log ‖∂L/∂h‖</source>
        <translation>寬度 ∝ log ‖∂L/∂h‖</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>類別 %1</translation>
    </message>
    <message>
        <source>t = %1 of %2</source>
        <translation>t = %1 / %2</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>逆向</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>順向</translation>
    </message>
    <message>
        <source>h of unit %1 = %2</source>
        <translation>單元 %1 的 h = %2</translation>
    </message>
    <message>
        <source>‖h‖ = %1</source>
        <translation>‖h‖ = %1</translation>
    </message>
    <message>
        <source>… %L1 values</source>
        <translation>… %L1 個值</translation>
    </message>
</context>
<context>
    <name>rnnscope::ValueField</name>
    <message>
        <source>Value of the input</source>
        <translation>輸入值</translation>
    </message>
</context>
<context>
    <name>rnnscope::ValuesPanel</name>
    <message>
        <source>… %L1 more</source>
        <translation>… 另 %L1 個</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>所有數值</translation>
    </message>
    <message>
        <source>Input, target, output and loss of this step</source>
        <translation>此步的輸入、目標、輸出與損失</translation>
    </message>
    <message>
        <source>All values of the units at this step</source>
        <translation>此步所有單元的數值</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy all values of this step, in full precision</source>
        <translation>以完整精度複製此步的所有數值</translation>
    </message>
    <message>
        <source>Copy all values</source>
        <translation>複製所有數值</translation>
    </message>
    <message>
        <source>t = %1 of %2</source>
        <translation>t = %1 / %2</translation>
    </message>
    <message>
        <source>backwards in time</source>
        <translation>沿時間逆向</translation>
    </message>
    <message>
        <source>forwards in time</source>
        <translation>沿時間順向</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 層</translation>
    </message>
</context>
<context>
    <name>rnnscope::Verdict</name>
    <message>
        <source>halves every %1 steps</source>
        <translation>每 %1 步減半</translation>
    </message>
    <message>
        <source>doubles every %1 steps</source>
        <translation>每 %1 步加倍</translation>
    </message>
    <message>
        <source>dies within a step</source>
        <translation>一步之內消失</translation>
    </message>
    <message>
        <source>overflows</source>
        <translation>溢位</translation>
    </message>
    <message>
        <source>dies out on the way</source>
        <translation>途中消失</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>穩定</translation>
    </message>
    <message>
        <source>exploding</source>
        <translation>爆炸</translation>
    </message>
    <message>
        <source>alive</source>
        <translation>存活</translation>
    </message>
    <message>
        <source>shrinking</source>
        <translation>衰減</translation>
    </message>
    <message>
        <source>vanishing</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>no gradient</source>
        <translation>無梯度</translation>
    </message>
    <message>
        <source>No gradient passes from one step to another.</source>
        <translation>沒有梯度從一步傳到另一步。</translation>
    </message>
    <message>
        <source>The gradient of the last loss, on its way back through time</source>
        <translation>最後損失的梯度，沿時間往回傳的過程</translation>
    </message>
    <message>
        <source>rate per step, ln of the factor</source>
        <translation>每步的速率，即倍數的 ln</translation>
    </message>
    <message>
        <source>factor per step</source>
        <translation>每步的倍數</translation>
    </message>
    <message>
        <source>half-life in steps</source>
        <translation>半衰期（步）</translation>
    </message>
    <message>
        <source>doubling time in steps</source>
        <translation>倍增時間（步）</translation>
    </message>
    <message>
        <source>memory horizon: steps until a millionth is left</source>
        <translation>記憶範圍：到只剩百萬分之一的步數</translation>
    </message>
    <message>
        <source>share left over the whole sequence</source>
        <translation>整個序列後所剩的比例</translation>
    </message>
</context>
<context>
    <name>rnnscope::VocabularyView</name>
    <message>
        <source>Vocabulary, the most frequent first</source>
        <translation>詞彙，最常出現者在前</translation>
    </message>
    <message>
        <source>and %L1 more</source>
        <translation>另有 %L1 個</translation>
    </message>
</context>
<context>
    <name>rnnscope::WeightsDialog</name>
    <message>
        <source>Load weights</source>
        <translation>載入權重</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>檔案中</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形狀</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型別</translation>
    </message>
    <message>
        <source>In the network</source>
        <translation>網路中</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>張量</translation>
    </message>
    <message>
        <source>These tensors fit several &amp;cells; they are of</source>
        <translation>這些張量符合多種細胞，它們屬於(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>載入</translation>
    </message>
    <message>
        <source>left unused: %1</source>
        <translation>未使用：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>%1: stays zero</source>
        <translation>%1：保持為零</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>雙向</translation>
    </message>
    <message>
        <source>one direction</source>
        <translation>單向</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>層數 %1</translation>
    </message>
    <message>
        <source>hidden %1</source>
        <translation>隱藏單元 %1</translation>
    </message>
    <message>
        <source>inputs %1</source>
        <translation>輸入 %1</translation>
    </message>
    <message>
        <source>outputs %1</source>
        <translation>輸出 %1</translation>
    </message>
    <message>
        <source>Prefix “%1” removed.</source>
        <translation>已移除前綴「%1」。</translation>
    </message>
    <message>
        <source>No read-out in the file: it is drawn from the seed.</source>
        <translation>檔案中沒有讀出層：由種子抽取。</translation>
    </message>
    <message>
        <source>Read-out: “%1”.</source>
        <translation>讀出層：「%1」。</translation>
    </message>
    <message>
        <source>The file names its cell.</source>
        <translation>檔案註明了細胞。</translation>
    </message>
    <message>
        <source>recurrent ρ</source>
        <translation>循環權重 ρ</translation>
    </message>
    <message>
        <source>forget bias</source>
        <translation>遺忘偏置</translation>
    </message>
    <message>
        <source>zero biases</source>
        <translation>零偏置</translation>
    </message>
    <message>
        <source>edited weights</source>
        <translation>編輯過的權重</translation>
    </message>
    <message>
        <source>Given up for the file&apos;s numbers: %1.</source>
        <translation>以檔案的數值取代：%1。</translation>
    </message>
</context>
<context>
    <name>rnnscope::WeightsEditor</name>
    <message>
        <source>New number</source>
        <translation>新數值</translation>
    </message>
</context>
<context>
    <name>rnnscope::WeightsHeader</name>
    <message>
        <source>The weights, biases and initial states</source>
        <translation>權重、偏置與初始狀態</translation>
    </message>
    <message>
        <source>The gradient of the loss by each of them, before clipping</source>
        <translation>損失對各項的梯度，裁剪前</translation>
    </message>
    <message>
        <source>What training has changed since update 0</source>
        <translation>訓練自第 0 次更新以來的變化</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>∂</source>
        <translation>∂</translation>
    </message>
    <message>
        <source>∂L/∂W</source>
        <translation>∂L/∂W</translation>
    </message>
    <message>
        <source>Δ</source>
        <translation>Δ</translation>
    </message>
    <message>
        <source>change</source>
        <translation>變化</translation>
    </message>
</context>
<context>
    <name>rnnscope::WeightsPanel</name>
    <message>
        <source>More than %L1 numbers are too many to edit; give them as weights in a file</source>
        <translation>超過 %L1 個數字，數量太多無法編輯；請以權重檔案提供</translation>
    </message>
    <message>
        <source>Scale %1</source>
        <translation>縮放 %1</translation>
    </message>
    <message>
        <source>Zero %1</source>
        <translation>將 %1 歸零</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重設 %1</translation>
    </message>
    <message>
        <source>%1 numbers where %2 fit from here on</source>
        <translation>%1 個數字，但從這裡起只容得下 %2 個</translation>
    </message>
    <message>
        <source>Paste into %1</source>
        <translation>貼到 %1</translation>
    </message>
    <message>
        <source>× 2</source>
        <translation>× 2</translation>
    </message>
    <message>
        <source>× ½</source>
        <translation>× ½</translation>
    </message>
    <message>
        <source>× −1</source>
        <translation>× −1</translation>
    </message>
    <message>
        <source>Scale by…</source>
        <translation>縮放…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>加上…</translation>
    </message>
    <message>
        <source>Set all to…</source>
        <translation>全部設為…</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>歸零</translation>
    </message>
    <message>
        <source>Set spectral radius to…</source>
        <translation>設定譜半徑…</translation>
    </message>
    <message>
        <source>Set to identity ×…</source>
        <translation>設為單位矩陣 ×…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Reset to the setup&apos;s own numbers</source>
        <translation>重設為設定本身的數值</translation>
    </message>
    <message>
        <source>All blocks</source>
        <translation>所有區塊</translation>
    </message>
    <message>
        <source>This block alone</source>
        <translation>僅此區塊</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>倍數</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>半徑</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍數</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>編輯 %1</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>平移 %1</translation>
    </message>
    <message>
        <source>Set the spectral radius of %1</source>
        <translation>設定 %1 的譜半徑</translation>
    </message>
    <message>
        <source>Set %1 to the identity</source>
        <translation>將 %1 設為單位矩陣</translation>
    </message>
    <message>
        <source>start and read-out</source>
        <translation>起始狀態與讀出層</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>∂L/∂</source>
        <translation>∂L/∂</translation>
    </message>
    <message>
        <source>change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>變化 %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已編輯</translation>
    </message>
    <message>
        <source>Click a number and type another; double click a label for that block alone</source>
        <translation>點選數字並輸入新值；按兩下標籤則僅顯示該區塊</translation>
    </message>
    <message>
        <source>Click a number and type another</source>
        <translation>點選數字並輸入新值</translation>
    </message>
    <message>
        <source>%1 blocks of numbers</source>
        <translation>%1 個數字區塊</translation>
    </message>
    <message>
        <source>change since update 0</source>
        <translation>自第 0 次更新以來的變化</translation>
    </message>
    <message>
        <source>%1, weights of the input</source>
        <translation>%1，輸入權重</translation>
    </message>
    <message>
        <source>%1, recurrent weights</source>
        <translation>%1，循環權重</translation>
    </message>
    <message>
        <source>%1, bias</source>
        <translation>%1，偏置</translation>
    </message>
    <message>
        <source>%1, peephole weights</source>
        <translation>%1，窺視孔權重</translation>
    </message>
    <message>
        <source>%1 before the first step</source>
        <translation>第一步之前的%1</translation>
    </message>
    <message>
        <source>read-out, weights</source>
        <translation>讀出層，權重</translation>
    </message>
    <message>
        <source>read-out, bias</source>
        <translation>讀出層，偏置</translation>
    </message>
    <message>
        <source>Double click: all blocks</source>
        <translation>按兩下：所有區塊</translation>
    </message>
    <message>
        <source>Double click: this block alone</source>
        <translation>按兩下：僅此區塊</translation>
    </message>
    <message>
        <source>Drag up or down to change it; Shift: finely</source>
        <translation>上下拖曳可變更；Shift：微調</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>單元 %1</translation>
    </message>
    <message>
        <source>Drag %1</source>
        <translation>拖曳 %1</translation>
    </message>
    <message>
        <source>%L1 numbers</source>
        <translation>%L1 個數字</translation>
    </message>
    <message>
        <source>Click a cell to read its number here; the wheel, or a double click on a label, enlarges</source>
        <translation>點選一格，其數值顯示於此；滾輪或按兩下標籤可放大</translation>
    </message>
    <message>
        <source>Click a cell to read its number here</source>
        <translation>點選一格，其數值顯示於此</translation>
    </message>
</context>
<context>
    <name>rnnscope::Words</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
</TS>
