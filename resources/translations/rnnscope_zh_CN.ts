<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccessiblePanel</name>
    <message>
        <source>As a table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>Shows the numbers of this panel as a table</source>
        <translation>把这个面板的数值显示为表格</translation>
    </message>
    <message>
        <source>A shows the numbers as a table</source>
        <translation>按 A 把数值显示为表格</translation>
    </message>
</context>
<context>
    <name>FigureSize</name>
    <message>
        <source>As on screen</source>
        <translation>与屏幕相同</translation>
    </message>
    <message>
        <source>Slide, 16 : 9</source>
        <translation>幻灯片，16 : 9</translation>
    </message>
    <message>
        <source>Two thirds of a slide, 16 : 9</source>
        <translation>三分之二幻灯片，16 : 9</translation>
    </message>
    <message>
        <source>Half a slide, 16 : 9</source>
        <translation>半张幻灯片，16 : 9</translation>
    </message>
    <message>
        <source>Slide, 4 : 3</source>
        <translation>幻灯片，4 : 3</translation>
    </message>
    <message>
        <source>Two thirds of a slide, 4 : 3</source>
        <translation>三分之二幻灯片，4 : 3</translation>
    </message>
    <message>
        <source>Half a slide, 4 : 3</source>
        <translation>半张幻灯片，4 : 3</translation>
    </message>
    <message>
        <source>Column of text</source>
        <translation>正文单栏</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定义尺寸</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>one forward and one backward pass; every value to an NPZ file</source>
        <translation>一次前向和一次反向传播；所有值存入 NPZ 文件</translation>
    </message>
    <message>
        <source>trains; history to a CSV file, weights to a safetensors file</source>
        <translation>进行训练；历史存入 CSV 文件，权重存入 safetensors 文件</translation>
    </message>
    <message>
        <source>draws a panel, or the workspace, to SVG, PDF or PNG</source>
        <translation>将面板或工作区绘制为 SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>writes a PyTorch program that prints the same numbers</source>
        <translation>写出一个能打印相同数值的 PyTorch 程序</translation>
    </message>
    <message>
        <source>Inside, over time</source>
        <translation>内部随时间的变化</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 个单元</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>gradient clipping by norm at %1</source>
        <translation>按范数裁剪梯度，阈值 %1</translation>
    </message>
    <message>
        <source>gradient clipping by value at %1</source>
        <translation>按值裁剪梯度，阈值 %1</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>weights from %1</source>
        <translation>权重来自 %1</translation>
    </message>
    <message>
        <source>recurrent ρ %1</source>
        <translation>循环权重 ρ %1</translation>
    </message>
    <message>
        <source>forget bias %1</source>
        <translation>遗忘偏置 %1</translation>
    </message>
    <message>
        <source>update bias %1</source>
        <translation>更新偏置 %1</translation>
    </message>
    <message>
        <source>after 1 update</source>
        <translation>1 次更新后</translation>
    </message>
    <message>
        <source>Unrolled through time</source>
        <translation>沿时间展开</translation>
    </message>
    <message>
        <source>Unrolled</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Inside the cell</source>
        <translation>细胞内部</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>细胞</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>方程</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>单个单元</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>所有值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Input, target and output</source>
        <translation>输入、目标和输出</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Cell state</source>
        <translation>细胞状态</translation>
    </message>
    <message>
        <source>Hidden state</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>Gradient through time</source>
        <translation>沿时间的梯度</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Jacobians over time</source>
        <translation>沿时间的雅可比矩阵</translation>
    </message>
    <message>
        <source>Jacobians</source>
        <translation>雅可比矩阵</translation>
    </message>
    <message>
        <source>Who learns from whom ‖∂Lₜ/∂hₖ‖</source>
        <translation>谁向谁学习 ‖∂Lₜ/∂hₖ‖</translation>
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
        <translation>裁剪实验台</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
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
        <translation>绘制的序列</translation>
    </message>
    <message>
        <source>Without a target there is no loss and no gradient, so nothing to train; choose one under Sequence, Target</source>
        <translation>没有目标就没有损失和梯度，也就无从训练；请在“序列”的“目标”中选择</translation>
    </message>
    <message>
        <source>What a network generates has no target, so no loss and no gradient; go back to the sequence under Generation</source>
        <translation>网络生成的内容没有目标，因此没有损失和梯度；请在“生成”中返回序列</translation>
    </message>
    <message>
        <source>Noisy sine</source>
        <translation>含噪正弦</translation>
    </message>
    <message>
        <source>A sine with noise; the next value is asked</source>
        <translation>带噪声的正弦波；要求预测下一个值</translation>
    </message>
    <message>
        <source>A pulse to remember</source>
        <translation>要记住的脉冲</translation>
    </message>
    <message>
        <source>A pulse comes early and its sign is asked at the end</source>
        <translation>开头出现一个脉冲，最后要求给出它的正负号</translation>
    </message>
    <message>
        <source>A short text</source>
        <translation>一小段文本</translation>
    </message>
    <message>
        <source>One character a step; the next character is asked</source>
        <translation>每步一个字符；要求预测下一个字符</translation>
    </message>
    <message>
        <source>Vanish, hold, grow</source>
        <translation>消失、保持、增长</translation>
    </message>
    <message>
        <source>Drag Recurrent ρ over 0.5, 1 and 1.6: the gradient falls, holds, rises</source>
        <translation>拖动“循环权重 ρ”经过 0.5、1 和 1.6：梯度下降、保持、上升</translation>
    </message>
    <message>
        <source>Who contributes?</source>
        <translation>谁在贡献梯度？</translation>
    </message>
    <message>
        <source>Nearly all of the gradient comes from the last steps; give ρ a value and see</source>
        <translation>梯度几乎全部来自最后几步；给 ρ 设一个值看看</translation>
    </message>
    <message>
        <source>Explosion and rescue</source>
        <translation>爆炸与救援</translation>
    </message>
    <message>
        <source>Run twins: the first unclipped update ruins the network, the clipped one learns</source>
        <translation>运行对照训练：不裁剪时第一次更新就毁掉网络，裁剪时则能学会</translation>
    </message>
    <message>
        <source>Norm against value</source>
        <translation>按范数还是按值</translation>
    </message>
    <message>
        <source>Clipping by norm keeps the direction, by value bends it</source>
        <translation>按范数裁剪保持方向，按值裁剪改变方向</translation>
    </message>
    <message>
        <source>How open is the carousel?</source>
        <translation>传送带开得多大？</translation>
    </message>
    <message>
        <source>Drag the forget bias from 0 to 5: it decides what is left after 100 steps</source>
        <translation>将遗忘偏置从 0 拖到 5：它决定 100 步之后还剩多少</translation>
    </message>
    <message>
        <source>One bit through noise</source>
        <translation>噪声中的一个比特</translation>
    </message>
    <message>
        <source>Train with a forget bias of 1, then of 3</source>
        <translation>先以遗忘偏置 1 训练，再以 3 训练</translation>
    </message>
    <message>
        <source>An LSTM explodes</source>
        <translation>LSTM 也会梯度爆炸</translation>
    </message>
    <message>
        <source>The direct path shrinks, and yet the gradient grows: through the gates</source>
        <translation>直通路径衰减，梯度却在增长：经由各个门</translation>
    </message>
    <message>
        <source>The adding race</source>
        <translation>加法赛跑</translation>
    </message>
    <message>
        <source>Train as GRU, LSTM and RNN: who gets there?</source>
        <translation>分别用 GRU、LSTM 和 RNN 训练：谁能学会？</translation>
    </message>
    <message>
        <source>lists the lessons; check runs what they claim, draw draws them</source>
        <translation>列出课程；check 运行并核对其中的结论，draw 将其绘制出来</translation>
    </message>
    <message>
        <source>Phase and step</source>
        <translation>阶段和步</translation>
    </message>
    <message>
        <source>%L1 units</source>
        <translation>%L1 个单元</translation>
    </message>
    <message>
        <source>%L1 layers</source>
        <translation>%L1 层</translation>
    </message>
    <message>
        <source>%L1 steps</source>
        <translation>%L1 步</translation>
    </message>
    <message>
        <source>after 0 to %L1 updates</source>
        <translation>0 到 %L1 次更新后</translation>
    </message>
    <message>
        <source>after %L1 updates</source>
        <translation>%L1 次更新后</translation>
    </message>
    <message>
        <source>Airline, standardised</source>
        <translation>航空旅客（标准化）</translation>
    </message>
    <message>
        <source>144 months of passengers, brought to mean 0 and deviation 1; the next month is asked</source>
        <translation>144 个月的旅客数，标准化为均值 0、标准差 1；要求预测下一个月</translation>
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
        <translation>无法读取数组：%1；请用 numpy.save 保存数组</translation>
    </message>
    <message>
        <source>its shape is no tuple of whole numbers</source>
        <translation>其形状不是由整数组成的元组</translation>
    </message>
    <message>
        <source>Python objects (dtype %1)</source>
        <translation>任意 Python 对象（dtype 为%1）</translation>
    </message>
    <message>
        <source>complex numbers (dtype %1)</source>
        <translation>复数（dtype 为%1）</translation>
    </message>
    <message>
        <source>text (dtype %1)</source>
        <translation>文本（dtype 为%1）</translation>
    </message>
    <message>
        <source>dates or times (dtype %1)</source>
        <translation>日期或时间（dtype 为%1）</translation>
    </message>
    <message>
        <source>raw records (dtype %1)</source>
        <translation>原始记录（dtype 为%1）</translation>
    </message>
    <message>
        <source>extended floating point (dtype %1)</source>
        <translation>扩展精度浮点数（dtype 为%1）</translation>
    </message>
    <message>
        <source>values of unknown type (dtype %1)</source>
        <translation>未知类型的值（dtype 为%1）</translation>
    </message>
    <message>
        <source>choose a folder that you may write to</source>
        <translation>请选择有写入权限的文件夹</translation>
    </message>
    <message>
        <source>choose a folder that exists</source>
        <translation>请选择已有的文件夹</translation>
    </message>
    <message>
        <source>make room or choose another folder</source>
        <translation>请腾出空间或选择其他文件夹</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>请选择其他位置</translation>
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
        <translation>%1 个输入</translation>
    </message>
    <message>
        <source>%1 inputs</source>
        <translation>%1 个输入</translation>
    </message>
    <message>
        <source>%1 number</source>
        <translation>%1 个数</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 个数</translation>
    </message>
    <message>
        <source>%1 column</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>%1 sequence</source>
        <translation>%1 个序列</translation>
    </message>
    <message>
        <source>%1 sequences</source>
        <translation>%1 个序列</translation>
    </message>
    <message>
        <source>%1 value</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>write PLACE=VALUE, as x@5=0.3, h0_l0[2]=1 or weight_hh_l0.f[3,5]=0.7</source>
        <translation>请写成 位置=值，如 x@5=0.3、h0_l0[2]=1 或 weight_hh_l0.f[3,5]=0.7</translation>
    </message>
    <message>
        <source>write QUANTITY=VALUE, as f=1 or h_l0[3]@5-9=0</source>
        <translation>请写成 量=值，如 f=1 或 h_l0[3]@5-9=0</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>整数（%1 到 %2）</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>a lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>a setup</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>write OPTION=VALUE, as cell=rnn; *; cell=gru, forget-bias=2</source>
        <translation>请写成 选项=值，如 cell=rnn; *; cell=gru, forget-bias=2</translation>
    </message>
    <message>
        <source>the array</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>array %1</source>
        <translation>数组%1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另有 %2 个</translation>
    </message>
    <message>
        <source>an array of numbers, an array of rows, or an object of columns is needed</source>
        <translation>需要由数字组成的数组、由行组成的数组，或由列组成的对象</translation>
    </message>
    <message>
        <source>%1 in row %2, column %3 is a missing value; give a number, or have missing values dropped or interpolated</source>
        <translation>第 %2 行、列%3中的 %1 是缺失值；请给出数字，或选择略去缺失值或对其插值</translation>
    </message>
    <message>
        <source>%1 in row %2, column %3 is not a number; give a number, or have missing values dropped or interpolated</source>
        <translation>第 %2 行、列%3中的 %1 不是数字；请给出数字，或选择略去缺失值或对其插值</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>the read-out is &apos;%1&apos;, which reads the last layer</source>
        <translation>读出层是“%1”，它读取最后一层</translation>
    </message>
    <message>
        <source>a read-out would have a bias beside it</source>
        <translation>读出层应另有偏置</translation>
    </message>
    <message>
        <source>belongs neither to a recurrent layer nor to a read-out</source>
        <translation>既不属于循环层，也不属于读出层</translation>
    </message>
    <message>
        <source>&apos;%1&apos;</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>rnnscope::Card</name>
    <message>
        <source>What can be done with this panel</source>
        <translation>可对此面板执行的操作</translation>
    </message>
    <message>
        <source>Menu of the panel %1</source>
        <translation>面板“%1”的菜单</translation>
    </message>
    <message>
        <source>Export this panel…</source>
        <translation>导出此面板…</translation>
    </message>
    <message>
        <source>Copy its data</source>
        <translation>复制其数据</translation>
    </message>
    <message>
        <source>Fill the window, or back</source>
        <translation>铺满窗口，或还原</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>这是什么？</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>显示为表格</translation>
    </message>
</context>
<context>
    <name>rnnscope::CellPanel</name>
    <message>
        <source>held at %1</source>
        <translation>固定为 %1</translation>
    </message>
    <message>
        <source>Inside the cell</source>
        <translation>细胞内部</translation>
    </message>
    <message>
        <source>The %1 at t = %2, unit %3: %4</source>
        <translation>%1，t = %2，单元 %3：%4</translation>
    </message>
    <message>
        <source>Copy equations as LaTeX</source>
        <translation>复制方程为 LaTeX</translation>
    </message>
    <message>
        <source>Copy equations as text</source>
        <translation>复制方程为文本</translation>
    </message>
    <message>
        <source>Copy numbers of this step</source>
        <translation>复制这一步的数值</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the equations or the numbers of this step</source>
        <translation>复制方程或这一步的数值</translation>
    </message>
    <message>
        <source>Copy equations or numbers</source>
        <translation>复制方程或数值</translation>
    </message>
    <message>
        <source>click a gate to hold it</source>
        <translation>点击一个门即可固定</translation>
    </message>
    <message>
        <source>click a state to hold it</source>
        <translation>点击一个状态即可固定</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>Hold %1, the %2…</source>
        <translation>固定 %1（%2）…</translation>
    </message>
    <message>
        <source>%1 is held at %2</source>
        <translation>%1 固定为 %2</translation>
    </message>
    <message>
        <source>%1 = %2; %3 is held, so nothing passes back</source>
        <translation>%1 = %2；%3 已固定，因此没有梯度传回</translation>
    </message>
    <message>
        <source>%1 before the step</source>
        <translation>这一步之前的%1</translation>
    </message>
    <message>
        <source>input of the layer</source>
        <translation>该层的输入</translation>
    </message>
    <message>
        <source>%1 = %2, held</source>
        <translation>%1 = %2，已固定</translation>
    </message>
    <message>
        <source>t = %1, unit %2</source>
        <translation>t = %1，单元 %2</translation>
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
        <translation>仅由这一步传回的部分</translation>
    </message>
</context>
<context>
    <name>rnnscope::ChoiceButton</name>
    <message>
        <source>%1 (your guess)</source>
        <translation>%1（你的猜测）</translation>
    </message>
    <message>
        <source>%1 (right)</source>
        <translation>%1（正确）</translation>
    </message>
    <message>
        <source>%1 (your guess, not right)</source>
        <translation>%1（你的猜测，不正确）</translation>
    </message>
</context>
<context>
    <name>rnnscope::ChoiceFields</name>
    <message>
        <source>+ choice</source>
        <translation>+ 选项</translation>
    </message>
    <message>
        <source>Another choice</source>
        <translation>再加一个选项</translation>
    </message>
    <message>
        <source>Choose the answer</source>
        <translation>选定答案</translation>
    </message>
    <message>
        <source>%1 is right</source>
        <translation>%1 是正确答案</translation>
    </message>
    <message>
        <source>This is the answer</source>
        <translation>这是答案</translation>
    </message>
    <message>
        <source>Choice %1</source>
        <translation>选项 %1</translation>
    </message>
    <message>
        <source>Without choice %1</source>
        <translation>去掉选项 %1</translation>
    </message>
    <message>
        <source>Type choice %1</source>
        <translation>输入选项 %1</translation>
    </message>
    <message>
        <source>One choice less</source>
        <translation>少一个选项</translation>
    </message>
</context>
<context>
    <name>rnnscope::CliffControls</name>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Clip at</source>
        <translation>裁剪阈值</translation>
    </message>
    <message>
        <source>One update back</source>
        <translation>后退一次更新</translation>
    </message>
    <message>
        <source>One update back (←)</source>
        <translation>后退一次更新（←）</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Let both runs descend</source>
        <translation>让两次训练一同下降</translation>
    </message>
    <message>
        <source>One update on</source>
        <translation>前进一次更新</translation>
    </message>
    <message>
        <source>One update on (→)</source>
        <translation>前进一次更新（→）</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到末尾</translation>
    </message>
    <message>
        <source>To the last of %1 updates (End)</source>
        <translation>到 %1 次更新的最后一次（End）</translation>
    </message>
    <message>
        <source>Back to the lesson&apos;s start: (%1, %2), rate %3, threshold %4</source>
        <translation>回到本课的起点：(%1, %2)，学习率 %3，阈值 %4</translation>
    </message>
    <message>
        <source>Learning rate of both runs</source>
        <translation>两次训练共用的学习率</translation>
    </message>
    <message>
        <source>Threshold of the clipped run: gradients of a larger norm are scaled down to it</source>
        <translation>裁剪训练的阈值：范数超过它的梯度会被缩放到该值</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>update %1 of %2</source>
        <translation>第 %1/%2 次更新</translation>
    </message>
</context>
<context>
    <name>rnnscope::CliffPanel</name>
    <message>
        <source>, since σ is flat there: (%1&#xa0;−&#xa0;%2)²&#xa0;=&#xa0;%3</source>
        <translation>，因为 σ 在该处平坦：(%1&#xa0;−&#xa0;%2)²&#xa0;=&#xa0;%3</translation>
    </message>
    <message>
        <source>loss %1, gradient norm %2</source>
        <translation>损失 %1，梯度范数 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>update %1: gradient norm %2, thrown to %3</source>
        <translation>第 %1 次更新：梯度范数 %2，被甩到 %3</translation>
    </message>
    <message>
        <source>; stuck at loss %1%2</source>
        <translation>；困在损失 %1%2</translation>
    </message>
    <message>
        <source>; now %1</source>
        <translation>；现在%1</translation>
    </message>
    <message>
        <source>clipped at %1</source>
        <translation>裁剪，阈值 %1</translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation>未裁剪</translation>
    </message>
    <message>
        <source>thrown: update %1</source>
        <translation>甩出：第 %1 次更新</translation>
    </message>
    <message>
        <source>error E of x ← w·σ(x) + b after 50 steps</source>
        <translation>x ← w·σ(x) + b 迭代 50 步后的误差 E</translation>
    </message>
    <message>
        <source>error after 50 steps</source>
        <translation>50 步后的误差</translation>
    </message>
    <message>
        <source>error E</source>
        <translation>误差 E</translation>
    </message>
    <message>
        <source>loss over the updates, clipped ones ticked</source>
        <translation>各次更新的损失，短线标出裁剪</translation>
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
        <translation>本课的山谷和它的峭壁</translation>
    </message>
    <message>
        <source>As far as a run is thrown</source>
        <translation>一直到训练被甩到的地方</translation>
    </message>
    <message>
        <source>The cliff</source>
        <translation>峭壁</translation>
    </message>
    <message>
        <source>update %1; not clipped: %2; clipped: %3</source>
        <translation>第 %1 次更新；未裁剪：%2；裁剪：%3</translation>
    </message>
    <message>
        <source>start of both runs</source>
        <translation>两次训练的起点</translation>
    </message>
    <message>
        <source>here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>drag it</source>
        <translation>可拖动</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>第 %1 次更新</translation>
    </message>
    <message>
        <source>loss, not clipped</source>
        <translation>损失（未裁剪）</translation>
    </message>
    <message>
        <source>loss, clipped</source>
        <translation>损失（裁剪）</translation>
    </message>
    <message>
        <source>clipped here</source>
        <translation>此处被裁剪</translation>
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
        <translation>按值</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>按范数</translation>
    </message>
    <message>
        <source>threshold %1 for each entry</source>
        <translation>每个分量的阈值 %1</translation>
    </message>
    <message>
        <source>threshold %1 for the norm</source>
        <translation>范数的阈值 %1</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>阈值 %1</translation>
    </message>
    <message>
        <source>next update: rate %1 × norm %2</source>
        <translation>下次更新：学习率 %1 × 范数 %2</translation>
    </message>
    <message>
        <source>Choose a target to have a gradient to clip</source>
        <translation>选定目标后才有梯度可裁剪</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>已采用</translation>
    </message>
    <message>
        <source>log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>norm before</source>
        <translation>裁剪前范数</translation>
    </message>
    <message>
        <source>norm after</source>
        <translation>裁剪后范数</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>angle in degrees</source>
        <translation>角度（度）</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
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
        <translation>原样</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>The gradient here is not finite: neither way of clipping helps.</source>
        <translation>此处的梯度不是有限值：两种裁剪方式都无济于事。</translation>
    </message>
    <message>
        <source>Here neither clips: no entry, nor the norm, is above %1.</source>
        <translation>此处两种方式都不裁剪：各分量和范数都不超过 %1。</translation>
    </message>
    <message>
        <source>Here by value turns the whole gradient by %1°, by norm keeps its direction.</source>
        <translation>此处按值裁剪使整个梯度转过 %1°，按范数裁剪则保持方向。</translation>
    </message>
    <message>
        <source>length: log of the size</source>
        <translation>长度：大小的对数</translation>
    </message>
    <message>
        <source>length: root of the size</source>
        <translation>长度：大小的平方根</translation>
    </message>
    <message>
        <source>ground: loss %1 (faint) to %2 (full)</source>
        <translation>底色：损失 %1（浅）到 %2（深）</translation>
    </message>
    <message>
        <source>&lt;br&gt;&lt;b&gt;%1&lt;/b&gt;: (%2, %3), length %4</source>
        <translation>&lt;br&gt;&lt;b&gt;%1&lt;/b&gt;：(%2, %3)，长度 %4</translation>
    </message>
    <message>
        <source>, turned by %1°</source>
        <translation>，转过 %1°</translation>
    </message>
    <message>
        <source>The gradient over %1 and %2, loss %3 to %4; %5</source>
        <translation>%1 与 %2 上的梯度，损失 %3 到 %4；%5</translation>
    </message>
    <message>
        <source>not finite from update %1 on</source>
        <translation>从第 %1 次更新起不再有限</translation>
    </message>
    <message>
        <source>Run twins: with and without clipping</source>
        <translation>对照训练：裁剪与不裁剪</translation>
    </message>
    <message>
        <source>Pages of the clipping bench</source>
        <translation>裁剪实验台的各页</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>What clipping does to the present gradient</source>
        <translation>裁剪对当前梯度的作用</translation>
    </message>
    <message>
        <source>twins</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>The same training with and without clipping</source>
        <translation>同一训练，裁剪与不裁剪</translation>
    </message>
    <message>
        <source>field</source>
        <translation>梯度场</translation>
    </message>
    <message>
        <source>The gradient as arrows over two weights</source>
        <translation>两个权重上以箭头表示的梯度</translation>
    </message>
    <message>
        <source>Clipping bench</source>
        <translation>裁剪实验台</translation>
    </message>
    <message>
        <source>Run twins</source>
        <translation>对照训练</translation>
    </message>
    <message>
        <source>clipped by norm at %1</source>
        <translation>按范数裁剪，阈值 %1</translation>
    </message>
    <message>
        <source>clipped by value at %1</source>
        <translation>按值裁剪，阈值 %1</translation>
    </message>
    <message>
        <source>without clipping</source>
        <translation>不裁剪</translation>
    </message>
    <message>
        <source>Trains this network twice from seed %1, %2 and %3: %4 side by side.</source>
        <translation>从种子 %1 出发将此网络训练两遍（%2；%3），各 %4，并排比较。</translation>
    </message>
    <message>
        <source>‖g‖ before clipping</source>
        <translation>裁剪前 ‖g‖</translation>
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
        <translation>：此前已结束</translation>
    </message>
    <message>
        <source>, clipped here</source>
        <translation>，此处被裁剪</translation>
    </message>
    <message>
        <source>%1: loss %2 at update %3</source>
        <translation>%1：第 %3 次更新时损失为 %2</translation>
    </message>
    <message>
        <source>%L1 of %2</source>
        <translation>%L1 / %2</translation>
    </message>
    <message>
        <source>clipping engaged in %L1 of %2</source>
        <translation>%2中裁剪触发 %L1 次</translation>
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
        <translation>遗忘偏置 %1</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>正交矩阵</translation>
    </message>
    <message>
        <source>initial, scaled</source>
        <translation>初始值缩放</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>clipped by value</source>
        <translation>按值裁剪</translation>
    </message>
    <message>
        <source>clipped by norm</source>
        <translation>按范数裁剪</translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation>未裁剪</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 层</translation>
    </message>
    <message>
        <source>%L1 layers</source>
        <translation>%L1 层</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>双向</translation>
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
        <translation>沿用状态</translation>
    </message>
    <message>
        <source>state from zeros</source>
        <translation>状态从零开始</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>固定 %1</translation>
    </message>
    <message>
        <source>edited numbers</source>
        <translation>编辑过的数值</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>阈值 %1</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>BPTT window %1</source>
        <translation>BPTT 窗口 %1</translation>
    </message>
    <message>
        <source>gradient overflowed at t = %1</source>
        <translation>梯度在 t = %1 溢出</translation>
    </message>
    <message>
        <source>overflowed at t = %1</source>
        <translation>在 t = %1 溢出</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>Networks side by side</source>
        <translation>并排的网络</translation>
    </message>
    <message>
        <source>Compare one network more</source>
        <translation>再添一个网络对比</translation>
    </message>
    <message>
        <source>shown in all panels</source>
        <translation>显示于所有面板</translation>
    </message>
</context>
<context>
    <name>rnnscope::Comparison</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare networks side by side</source>
        <translation>并排对比网络</translation>
    </message>
    <message>
        <source>RNN, LSTM and GRU side by side on the same sequence (%1)</source>
        <translation>在同一序列上并排对比 RNN、LSTM 和 GRU（%1）</translation>
    </message>
    <message>
        <source>Leave the comparison</source>
        <translation>退出对比</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>对比 %1</translation>
    </message>
    <message>
        <source>Compare no longer with %1</source>
        <translation>不再对比 %1</translation>
    </message>
    <message>
        <source>Compare one network more</source>
        <translation>再添一个网络对比</translation>
    </message>
    <message>
        <source>Change the %1</source>
        <translation>更改 %1</translation>
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
        <translation>路径</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Along which paths the gradient flows to the step before</source>
        <translation>梯度沿哪些路径流向前一步</translation>
    </message>
    <message>
        <source>What each step adds to the gradient of each weight</source>
        <translation>每一步对各权重梯度的贡献</translation>
    </message>
    <message>
        <source>The gradient of the whole loss</source>
        <translation>全部损失的梯度</translation>
    </message>
    <message>
        <source>The gradient of the loss at the last step alone</source>
        <translation>仅最后一步损失的梯度</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>whole loss</source>
        <translation>全部损失</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末步</translation>
    </message>
    <message>
        <source>last loss</source>
        <translation>末步损失</translation>
    </message>
    <message>
        <source>There is no loss but the one at the last step</source>
        <translation>除最后一步外没有其他损失</translation>
    </message>
</context>
<context>
    <name>rnnscope::ContributionsPanel</name>
    <message>
        <source>Choose a target to see where the gradient went</source>
        <translation>选定目标后才能看到梯度的去向</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>gradient of the last step&apos;s loss, along all paths</source>
        <translation>最后一步损失的梯度，沿所有路径</translation>
    </message>
    <message>
        <source>gradient of the whole loss, along all paths</source>
        <translation>全部损失的梯度，沿所有路径</translation>
    </message>
    <message>
        <source>∏%1 alone</source>
        <translation>仅 ∏%1</translation>
    </message>
    <message>
        <source>what the straight path alone would carry from the last step: ‖∏%1 ∘ ∂L/∂%2_T‖</source>
        <translation>仅凭直通路径从最后一步传来的部分：‖∏%1 ∘ ∂L/∂%2_T‖</translation>
    </message>
    <message>
        <source>no shares: the gradient is not finite</source>
        <translation>无占比：梯度不是有限值</translation>
    </message>
    <message>
        <source>no shares: the gradient is zero</source>
        <translation>无占比：梯度为零</translation>
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
        <translation>占比带符号，合计 100%</translation>
    </message>
    <message>
        <source>signed, in sum 100 %</source>
        <translation>带符号，合计 100%</translation>
    </message>
    <message>
        <source>sum: 100 %</source>
        <translation>合计：100%</translation>
    </message>
    <message>
        <source>t = %1, %2</source>
        <translation>t = %1，%2</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>share of the norms</source>
        <translation>占范数的比例</translation>
    </message>
    <message>
        <source>shares are signed: below 0 it works against the whole; those of all steps sum to 100 %</source>
        <translation>占比带符号：小于 0 表示与总和相抵；所有步合计 100%</translation>
    </message>
    <message>
        <source>the shares of all paths sum to 100 %</source>
        <translation>所有路径的占比合计 100%</translation>
    </message>
    <message>
        <source>2-norms over all units</source>
        <translation>对所有单元取 2-范数</translation>
    </message>
    <message>
        <source>; click to see its shares</source>
        <translation>；点击查看其占比</translation>
    </message>
    <message>
        <source>%1 ∘ straight</source>
        <translation>%1 ∘ 直通</translation>
    </message>
    <message>
        <source>straight along %1: %2 ∘ ∂L/∂%1ₜ, past all recurrent weights</source>
        <translation>沿 %1 直通：%2 ∘ ∂L/∂%1ₜ，绕过所有循环权重</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>经由 %1</translation>
    </message>
    <message>
        <source>through the peephole %1 of the %2</source>
        <translation>经由%2的窥孔权重 %1</translation>
    </message>
    <message>
        <source>through the recurrent weights %1 of the %2</source>
        <translation>经由%2的循环权重 %1</translation>
    </message>
    <message>
        <source>what each step adds to ∂L/∂%1</source>
        <translation>每一步对 ∂L/∂%1 的贡献</translation>
    </message>
    <message>
        <source>%1 %2 saturated open</source>
        <translation>%1有 %2 饱和（全开）</translation>
    </message>
    <message>
        <source>%1 %2 saturated shut</source>
        <translation>%1有 %2 饱和（全关）</translation>
    </message>
    <message>
        <source>%1 %2 saturated</source>
        <translation>%1有 %2 饱和</translation>
    </message>
    <message>
        <source>nothing saturated</source>
        <translation>无饱和</translation>
    </message>
    <message>
        <source>no unit dead</source>
        <translation>无死亡单元</translation>
    </message>
    <message>
        <source>the first of %L1 steps makes %2</source>
        <translation>%L1 步中的第一步占 %2</translation>
    </message>
    <message>
        <source>the last of %L1 steps makes %2</source>
        <translation>%L1 步中的最后一步占 %2</translation>
    </message>
    <message>
        <source>the first %L1 of %L2 steps make %3</source>
        <translation>%L2 步中的前 %L1 步占 %3</translation>
    </message>
    <message>
        <source>the last %L1 of %L2 steps make %3</source>
        <translation>%L2 步中的后 %L1 步占 %3</translation>
    </message>
    <message>
        <source>%L1 of %2 dead</source>
        <translation>%2中 %L1 个已死亡</translation>
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
        <translation>LSTM（耦合门）</translation>
    </message>
    <message>
        <source>LSTM, peepholes</source>
        <translation>LSTM（窥孔）</translation>
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
        <translation>输入门的预激活值</translation>
    </message>
    <message>
        <source>forget gate, pre-activation</source>
        <translation>遗忘门的预激活值</translation>
    </message>
    <message>
        <source>output gate, pre-activation</source>
        <translation>输出门的预激活值</translation>
    </message>
    <message>
        <source>reset gate, pre-activation</source>
        <translation>重置门的预激活值</translation>
    </message>
    <message>
        <source>update gate, pre-activation</source>
        <translation>更新门的预激活值</translation>
    </message>
    <message>
        <source>candidate, pre-activation</source>
        <translation>候选值的预激活值</translation>
    </message>
    <message>
        <source>pre-activation</source>
        <translation>预激活值</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>输入门</translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation>遗忘门</translation>
    </message>
    <message>
        <source>output gate</source>
        <translation>输出门</translation>
    </message>
    <message>
        <source>reset gate</source>
        <translation>重置门</translation>
    </message>
    <message>
        <source>update gate</source>
        <translation>更新门</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选值</translation>
    </message>
    <message>
        <source>cell state</source>
        <translation>细胞状态</translation>
    </message>
    <message>
        <source>squashed cell state</source>
        <translation>压缩后的细胞状态</translation>
    </message>
    <message>
        <source>hidden state</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>reset hidden state</source>
        <translation>重置后的隐藏状态</translation>
    </message>
    <message>
        <source>gated hidden state</source>
        <translation>门控后的隐藏状态</translation>
    </message>
    <message>
        <source>recurrent part of the candidate</source>
        <translation>候选值的循环部分</translation>
    </message>
    <message>
        <source>share of the old</source>
        <translation>旧状态的份额</translation>
    </message>
    <message>
        <source>share of the new</source>
        <translation>新状态的份额</translation>
    </message>
    <message>
        <source>what is kept</source>
        <translation>保留的部分</translation>
    </message>
    <message>
        <source>what is written</source>
        <translation>写入的部分</translation>
    </message>
    <message>
        <source>recurrent part, reset</source>
        <translation>重置后的循环部分</translation>
    </message>
    <message>
        <source>peephole of the input gate</source>
        <translation>输入门的窥孔</translation>
    </message>
    <message>
        <source>peephole of the forget gate</source>
        <translation>遗忘门的窥孔</translation>
    </message>
    <message>
        <source>peephole of the output gate</source>
        <translation>输出门的窥孔</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
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
        <translation>复制</translation>
    </message>
    <message>
        <source>A word of up to five symbols, blanks, then a cue; the word is asked after the cue, a blank before.</source>
        <translation>先是至多五个符号组成的词，然后是空白，再是提示符号；提示之后要求复述该词，之前要求空白。</translation>
    </message>
    <message>
        <source>Temporal order</source>
        <translation>时间顺序</translation>
    </message>
    <message>
        <source>Among other symbols X or Y comes up twice; at the end it is asked which came first and which second.</source>
        <translation>其他符号之间两次出现 X 或 Y；最后要求回答先出现的和后出现的各是哪个。</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>A sine of period 20 that starts anywhere; the next value is asked at every step.</source>
        <translation>周期为 20、起点任意的正弦波；每一步都要求预测下一个值。</translation>
    </message>
    <message>
        <source>Latch</source>
        <translation>锁存</translation>
    </message>
    <message>
        <source>Plus or minus one, then noise; the sign of the first value is asked at the end.</source>
        <translation>先是正一或负一，之后是噪声；最后要求给出第一个值的正负号。</translation>
    </message>
    <message>
        <source>Airline passengers</source>
        <translation>航空旅客</translation>
    </message>
    <message>
        <source>Monthly airline passengers from 1949 to 1960 in hundreds of thousands; the next month is asked at every step.</source>
        <translation>1949 至 1960 年的每月航空旅客数，单位为十万人；每一步都要求预测下一个月。</translation>
    </message>
    <message>
        <source>Airline passengers, log differences</source>
        <translation>航空旅客（对数差分）</translation>
    </message>
    <message>
        <source>The change of the natural logarithm of airline passengers from month to month; the next change is asked at every step.</source>
        <translation>航空旅客数自然对数的逐月变化；每一步都要求预测下一次变化。</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>Random numbers, of which one in each half is marked; the sum of the marked two is asked at the end.</source>
        <translation>随机数，前后两半各有一个带标记；最后要求给出两个带标记的数之和。</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回声</translation>
    </message>
    <message>
        <source>Random numbers; at every step the one five steps earlier is asked, 0 before.</source>
        <translation>随机数；每一步都要求给出五步之前的数，在那之前为 0。</translation>
    </message>
    <message>
        <source>Parity</source>
        <translation>奇偶性</translation>
    </message>
    <message>
        <source>Plus and minus ones; at every step it is asked whether the plus ones so far are even or odd in number.</source>
        <translation>正一和负一；每一步都要求判断到目前为止正一的个数是偶数还是奇数。</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Zero at every step</source>
        <translation>每一步都为零</translation>
    </message>
    <message>
        <source>Three periods between -1 and 1</source>
        <translation>在 -1 与 1 之间振荡三个周期</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>Zero, and one from the middle on</source>
        <translation>前一半为零，从中间起为一</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉冲</translation>
    </message>
    <message>
        <source>One at a single early step, zero else</source>
        <translation>仅在开头附近的一步为一，其余为零</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Drawn evenly between -1 and 1; the seed decides</source>
        <translation>在 -1 与 1 之间均匀抽取，由种子决定</translation>
    </message>
</context>
<context>
    <name>rnnscope::DataTableModel</name>
    <message>
        <source>step</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>unit of the file</source>
        <translation>文件里的单位</translation>
    </message>
    <message>
        <source>%1, where the playhead is</source>
        <translation>%1，播放头所在处</translation>
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
        <translation>%L1 行，%L2 列</translation>
    </message>
    <message>
        <source>There are no numbers here yet</source>
        <translation>这里还没有数值</translation>
    </message>
</context>
<context>
    <name>rnnscope::Dial</name>
    <message>
        <source>%1 to %2 are possible</source>
        <translation>可取 %1 到 %2</translation>
    </message>
    <message>
        <source>A number is needed; %1</source>
        <translation>请输入数字；%1</translation>
    </message>
    <message>
        <source>Out of range; %1</source>
        <translation>超出范围；%1</translation>
    </message>
    <message>
        <source>Not a number; %1</source>
        <translation>不是数字；%1</translation>
    </message>
    <message>
        <source>Not a whole number; %1</source>
        <translation>不是整数；%1</translation>
    </message>
    <message>
        <source>%1, as a number</source>
        <translation>%1，以数字输入</translation>
    </message>
    <message>
        <source>Arrows, Page Up and Page Down, Home and End; Return to type</source>
        <translation>方向键、Page Up 和 Page Down、Home 和 End；按回车键可输入</translation>
    </message>
    <message>
        <source>%1, as it is of itself</source>
        <translation>%1，恢复网络自身的值</translation>
    </message>
</context>
<context>
    <name>rnnscope::Document</name>
    <message>
        <source>A training ends after %L1 updates</source>
        <translation>训练在 %L1 次更新后结束</translation>
    </message>
    <message>
        <source>Trained %L1 updates</source>
        <translation>已训练 %L1 次更新</translation>
    </message>
    <message>
        <source>the loss is more than a thousand times its start</source>
        <translation>损失超过起始值的一千倍</translation>
    </message>
    <message>
        <source>the gradient is not finite</source>
        <translation>梯度不是有限值</translation>
    </message>
    <message>
        <source>the loss is not finite</source>
        <translation>损失不是有限值</translation>
    </message>
    <message>
        <source>Diverged in the very first pass</source>
        <translation>首次传播就已发散</translation>
    </message>
    <message>
        <source>Clip the gradient or lower the rate</source>
        <translation>请裁剪梯度或降低学习率</translation>
    </message>
    <message>
        <source>Lower the rate or the threshold</source>
        <translation>请降低学习率或阈值</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Diverged after update %1</source>
        <translation>在第 %1 次更新后发散</translation>
    </message>
</context>
<context>
    <name>rnnscope::DrawingArea</name>
    <message>
        <source>The columns over time, to be drawn on; the table beside has the same</source>
        <translation>各列随时间的变化，可直接绘制；旁边的表格内容相同</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
</context>
<context>
    <name>rnnscope::DrawingModel</name>
    <message>
        <source>Type a value</source>
        <translation>输入一个值</translation>
    </message>
    <message>
        <source>%1 (target)</source>
        <translation>%1（目标）</translation>
    </message>
    <message>
        <source>What the network is to answer</source>
        <translation>网络应有的输出</translation>
    </message>
    <message>
        <source>What the network is given</source>
        <translation>给网络的输入</translation>
    </message>
</context>
<context>
    <name>rnnscope::DrawingTable</name>
    <message>
        <source>The values, a row a step</source>
        <translation>数值，每步一行</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>Insert steps</source>
        <translation>插入时间步</translation>
    </message>
    <message>
        <source>Remove steps</source>
        <translation>删除时间步</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste from here on</source>
        <translation>从此处起粘贴</translation>
    </message>
    <message>
        <source>Insert steps before</source>
        <translation>在前面插入时间步</translation>
    </message>
    <message>
        <source>Remove these steps</source>
        <translation>删除这些时间步</translation>
    </message>
</context>
<context>
    <name>rnnscope::EquationsHeader</name>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
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
        <translation>一个单元：写出各个和式中的每一项乘积</translation>
    </message>
    <message>
        <source>The whole layer, as matrices and vectors</source>
        <translation>整个层，写成矩阵和向量</translation>
    </message>
    <message>
        <source>The equations in letters</source>
        <translation>用字母写的方程</translation>
    </message>
    <message>
        <source>The equations with this step&apos;s numbers</source>
        <translation>代入这一步数值的方程</translation>
    </message>
    <message>
        <source>Letters, and below them this step&apos;s numbers</source>
        <translation>字母，下方是这一步的数值</translation>
    </message>
    <message>
        <source>z keeps the old state, as in PyTorch: h = (1 − z) ∘ n + z ∘ h₋₁</source>
        <translation>z 保留旧状态，同 PyTorch：h = (1 − z) ∘ n + z ∘ h₋₁</translation>
    </message>
    <message>
        <source>z renews the state, as in Chung et al. 2014: h = (1 − z̃) ∘ h₋₁ + z̃ ∘ n</source>
        <translation>z 更新状态，同 Chung et al. 2014：h = (1 − z̃) ∘ h₋₁ + z̃ ∘ n</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the equations, or choose what they show</source>
        <translation>复制方程，或选择其显示内容</translation>
    </message>
    <message>
        <source>Copy equations, choices</source>
        <translation>复制方程、选项</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
    <message>
        <source>Copy as LaTeX, with numbers</source>
        <translation>复制为 LaTeX，含数值</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy as text, with numbers</source>
        <translation>复制为文本，含数值</translation>
    </message>
    <message>
        <source>Of one unit</source>
        <translation>单个单元</translation>
    </message>
    <message>
        <source>Of the layer</source>
        <translation>整个层</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Symbols and numbers</source>
        <translation>符号与数值</translation>
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
        <translation>逐单元</translation>
    </message>
    <message>
        <source>%1 is held</source>
        <translation>%1 已固定</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>方程</translation>
    </message>
    <message>
        <source>row %1: the sum of %2 products</source>
        <translation>第 %1 行：%2 项乘积之和</translation>
    </message>
    <message>
        <source>%1 × %2, the rows of %3</source>
        <translation>%1 × %2，%3 对应的行</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>backwards in time</source>
        <translation>沿时间逆向</translation>
    </message>
    <message>
        <source>forwards in time</source>
        <translation>沿时间正向</translation>
    </message>
    <message>
        <source>unit %1 of %2</source>
        <translation>单元 %1 / %2</translation>
    </message>
    <message>
        <source>1 − %1</source>
        <translation>1 − %1</translation>
    </message>
    <message>
        <source>held at %1</source>
        <translation>固定为 %1</translation>
    </message>
    <message>
        <source>%L1 values</source>
        <translation>%L1 个值</translation>
    </message>
</context>
<context>
    <name>rnnscope::ExportDialog</name>
    <message>
        <source>Choose at least one panel.</source>
        <translation>请至少选择一个面板。</translation>
    </message>
    <message>
        <source>There are no numbers to draw yet.</source>
        <translation>尚无可绘制的数值。</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>%1 × %2 dots</source>
        <translation>%1 × %2 点</translation>
    </message>
    <message>
        <source>%1, %2 × %3 cm · shown at %4 %</source>
        <translation>%1，%2 × %3 cm · 显示比例 %4%</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save figure</source>
        <translation>保存图形</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation>NumPy 数组 (*.npz)</translation>
    </message>
    <message>
        <source>The picture is too large to copy; choose fewer dots per inch, or save it.</source>
        <translation>图片太大，无法复制；请降低分辨率，或改为保存。</translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>已复制到剪贴板。</translation>
    </message>
    <message>
        <source>%1 pictures, %2 s</source>
        <translation>%1 帧，%2 秒</translation>
    </message>
    <message>
        <source>Animated GIF (*.gif)</source>
        <translation>GIF 动画 (*.gif)</translation>
    </message>
    <message>
        <source>MP4 film (*.mp4)</source>
        <translation>MP4 视频 (*.mp4)</translation>
    </message>
    <message>
        <source>Numbered pictures (*.png)</source>
        <translation>编号图片 (*.png)</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>保存动画</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第 %1/%2 帧</translation>
    </message>
    <message>
        <source>Training: update %1 of %2</source>
        <translation>训练：第 %1/%2 次更新</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>&amp;Whole workspace</source>
        <translation>整个工作区(&amp;W)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影仪</translation>
    </message>
    <message>
        <source>Light, and a signed heatmap keeps its signs when printed in grey</source>
        <translation>浅色，且带符号的热图在灰度打印时仍能分辨正负</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
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
        <translation>文字和线条(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
        <source>%1 pictures a second</source>
        <translation>每秒 %1 帧</translation>
    </message>
    <message>
        <source>the pass</source>
        <translation>传播过程</translation>
    </message>
    <message>
        <source>the training</source>
        <translation>训练过程</translation>
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
        <translation>相邻两帧之间的更新次数</translation>
    </message>
    <message>
        <source>every update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <source>A training can be filmed once the network has been trained</source>
        <translation>网络训练过之后才能制作训练动画</translation>
    </message>
    <message>
        <source>Film o&amp;f</source>
        <translation>动画内容(&amp;F)</translation>
    </message>
    <message>
        <source>Film s&amp;peed</source>
        <translation>播放速度(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>图注(&amp;C)</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Save &amp;data…</source>
        <translation>保存数据(&amp;D)…</translation>
    </message>
    <message>
        <source>Co&amp;py picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>rnnscope::FieldControls</name>
    <message>
        <source>across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>upwards</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Reach of the field</source>
        <translation>梯度场的范围</translation>
    </message>
    <message>
        <source>How far the field reaches around the present weights</source>
        <translation>梯度场在当前权重周围延伸多远</translation>
    </message>
    <message>
        <source>Shows the arrows of this kind</source>
        <translation>显示这类箭头</translation>
    </message>
    <message>
        <source>Weights %1</source>
        <translation>%1权重</translation>
    </message>
    <message>
        <source>Whose entry runs %1</source>
        <translation>其某个元素沿%1变化</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>%1的行</translation>
    </message>
    <message>
        <source>Row, from 0</source>
        <translation>行，从 0 起</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>%1的列</translation>
    </message>
    <message>
        <source>Column, from 0</source>
        <translation>列，从 0 起</translation>
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
        <translation>状态 k</translation>
    </message>
    <message>
        <source>loss at t</source>
        <translation>t 处的损失</translation>
    </message>
    <message>
        <source>Choose a target to see which loss depends on which state</source>
        <translation>选定目标后才能看到哪个损失依赖哪个状态</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Too long for the memory: every loss by every state would take %1 GB. Choose a sequence of at most %L2 steps to see this.</source>
        <translation>序列太长，内存不足：计算每个损失对每个状态的依赖需要 %1 GB。请选择不超过 %L2 步的序列。</translation>
    </message>
    <message>
        <source>pinned: %1</source>
        <translation>已钉住：%1</translation>
    </message>
    <message>
        <source>one loss, at t = %1</source>
        <translation>单个损失，t = %1</translation>
    </message>
    <message>
        <source>Gradient flow: which loss depends on which state</source>
        <translation>梯度流：哪个损失依赖哪个状态</translation>
    </message>
    <message>
        <source>%1: %2 = %3. %4</source>
        <translation>%1：%2 = %3。%4</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>钉住</translation>
    </message>
    <message>
        <source>Keep this matrix beside those to come</source>
        <translation>把这个矩阵留在后续矩阵旁边</translation>
    </message>
    <message>
        <source>How each loss depends on %1</source>
        <translation>每个损失对 %1 的依赖程度</translation>
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
        <translation>已溢出</translation>
    </message>
    <message>
        <source>by way of the other direction: no product of this one&apos;s Jacobians</source>
        <translation>经由另一个方向：不是本方向雅可比矩阵的乘积</translation>
    </message>
    <message>
        <source>The same colours for every network and update.
Click for 10⁻⁶ … 1</source>
        <translation>所有网络和更新使用相同的颜色。
点击切换为 10⁻⁶ … 1</translation>
    </message>
    <message>
        <source>The same colours for every network and update.
Click for 10⁻¹² … 10⁶</source>
        <translation>所有网络和更新使用相同的颜色。
点击切换为 10⁻¹² … 10⁶</translation>
    </message>
    <message>
        <source>%1 over one step</source>
        <translation>%1，跨 1 步</translation>
    </message>
    <message>
        <source>%1 over %2 steps</source>
        <translation>%1，跨 %2 步</translation>
    </message>
    <message>
        <source>largest singular value</source>
        <translation>最大奇异值</translation>
    </message>
    <message>
        <source>spectral radius</source>
        <translation>谱半径</translation>
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
        <translation>单个损失，t = %1：它对每个状态的依赖程度。</translation>
    </message>
    <message>
        <source>Each cell: how much the loss at t depends on the state at k.</source>
        <translation>每格：t 处的损失对 k 处状态的依赖程度。</translation>
    </message>
    <message>
        <source>One loss, at t = %1: how much it depends on each state. Click a cell for the product of Jacobians from there.</source>
        <translation>单个损失，t = %1：它对每个状态的依赖程度。点击一格可看从该处起的雅可比矩阵之积。</translation>
    </message>
    <message>
        <source>Each cell: how much the loss at t depends on the state at k. Click one for the product of Jacobians in between.</source>
        <translation>每格：t 处的损失对 k 处状态的依赖程度。点击一格可看其间的雅可比矩阵之积。</translation>
    </message>
    <message>
        <source>working it out…</source>
        <translation>正在计算…</translation>
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
        <translation>温度</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示文本</translation>
    </message>
    <message>
        <source>What the text begins with; the network goes on from there</source>
        <translation>文本的开头；网络由此续写</translation>
    </message>
    <message>
        <source>The read-out is divided by it before the softmax: at 0 the likeliest is always taken, above 1 chance has more to say</source>
        <translation>读出在 softmax 之前除以温度：为 0 时总取最可能者，大于 1 时随机性更大</translation>
    </message>
    <message>
        <source>Steps to generate</source>
        <translation>生成步数</translation>
    </message>
    <message>
        <source>So many own answers, each fed back as the next input</source>
        <translation>网络自身输出的步数，每个输出都反馈为下一步的输入</translation>
    </message>
    <message>
        <source>Another draw from the same network</source>
        <translation>用同一网络再抽取一次</translation>
    </message>
    <message>
        <source>Another draw</source>
        <translation>再抽一次</translation>
    </message>
    <message>
        <source>Change the temperature</source>
        <translation>更改温度</translation>
    </message>
    <message>
        <source>Draw another text</source>
        <translation>抽取另一段文本</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Back to the sequence</source>
        <translation>返回序列</translation>
    </message>
    <message>
        <source>Change the prompt</source>
        <translation>更改提示文本</translation>
    </message>
    <message>
        <source>Prompt: ‘%1’ without one</source>
        <translation>提示文本：留空则为“%1”</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> 步</translation>
    </message>
    <message>
        <source>Shows the sequence that is learnt from again</source>
        <translation>重新显示用于学习的序列</translation>
    </message>
    <message>
        <source>The network goes on by itself: each answer is its next input</source>
        <translation>网络自行续写：每个输出就是下一步的输入</translation>
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
        <translation>t = %1 之后：下一个给定 %2，p = %3</translation>
    </message>
    <message>
        <source>after t = %1: drawn %2, p = %3</source>
        <translation>t = %1 之后：抽到 %2，p = %3</translation>
    </message>
    <message>
        <source>softmax of the read-out</source>
        <translation>读出的 softmax</translation>
    </message>
    <message>
        <source>softmax at temperature %1; line: at 1</source>
        <translation>温度 %1 下的 softmax；线：温度 1</translation>
    </message>
    <message>
        <source>at temperature 1: %1</source>
        <translation>温度为 1 时：%1</translation>
    </message>
    <message>
        <source>t = %1: given %2, foreseen next %3</source>
        <translation>t = %1：给定 %2，预测下一个 %3</translation>
    </message>
    <message>
        <source>t = %1: fed back %2, foreseen next %3</source>
        <translation>t = %1：反馈 %2，预测下一个 %3</translation>
    </message>
    <message>
        <source>– – foreseen</source>
        <translation>– – 预测</translation>
    </message>
    <message>
        <source>— given</source>
        <translation>— 给定</translation>
    </message>
    <message>
        <source>given, 1 to %1</source>
        <translation>给定，1 到 %1</translation>
    </message>
    <message>
        <source>own answers fed back</source>
        <translation>反馈自身的输出</translation>
    </message>
    <message>
        <source>%1 more values</source>
        <translation>另有 %1 个值</translation>
    </message>
    <message>
        <source>To go on by itself, a network must foresee the next value: choose that as target</source>
        <translation>要自行续写，网络必须预测下一个值：请选它作为目标</translation>
    </message>
    <message>
        <source>To go on by itself, a network must answer at every step: choose that read-out</source>
        <translation>要自行续写，网络必须每一步都有输出：请将读出设为“每一步”</translation>
    </message>
    <message>
        <source>What comes cannot be read backwards: choose one direction</source>
        <translation>未来无法逆向读取：请选择单向</translation>
    </message>
    <message>
        <source>A text goes on by probabilities: choose cross-entropy as loss</source>
        <translation>文本按概率续写：请选择交叉熵损失</translation>
    </message>
    <message>
        <source>Classes that are scaled cannot be fed back: choose no scaling</source>
        <translation>缩放过的类别无法反馈：请将缩放设为“无”</translation>
    </message>
    <message>
        <source>The read-out and the input have different sizes: choose weights that fit</source>
        <translation>读出与输入大小不同：请选择相符的权重</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Generate lets the network go on with the prompt: each letter it draws is what it is given next</source>
        <translation>“生成”让网络接着提示文本续写：每个抽到的字母就是下一步的输入</translation>
    </message>
    <message>
        <source>Generate lets the network go on from the end of the sequence: each answer is what it is given next</source>
        <translation>“生成”让网络从序列末尾续写：每个输出就是下一步的输入</translation>
    </message>
    <message>
        <source>the last answer, not fed back</source>
        <translation>最后一个输出，未反馈</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>given; the network had p = %1 for it</source>
        <translation>给定；网络给它的概率 p = %1</translation>
    </message>
    <message>
        <source>drawn with p = %1</source>
        <translation>抽到，p = %1</translation>
    </message>
</context>
<context>
    <name>rnnscope::GradientCurve</name>
    <message>
        <source>gradient of the whole loss</source>
        <translation>全部损失的梯度</translation>
    </message>
    <message>
        <source>gradient of the loss at t = %1 alone</source>
        <translation>仅 t = %1 处损失的梯度</translation>
    </message>
</context>
<context>
    <name>rnnscope::GradientPanel</name>
    <message>
        <source>overflowed here</source>
        <translation>此处溢出</translation>
    </message>
    <message>
        <source>Choose a target to see a gradient</source>
        <translation>选定目标后才能看到梯度</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>此前：%1</translation>
    </message>
    <message>
        <source>Gradient through time</source>
        <translation>沿时间的梯度</translation>
    </message>
    <message>
        <source>··· previous</source>
        <translation>··· 之前</translation>
    </message>
    <message>
        <source>as it was before the latest change</source>
        <translation>最近一次更改之前的情况</translation>
    </message>
    <message>
        <source>horizon %1 steps</source>
        <translation>记忆范围 %1 步</translation>
    </message>
    <message>
        <source>so many steps back, a millionth of the last loss&apos;s gradient is left</source>
        <translation>回溯这么多步后，最后损失的梯度只剩百万分之一</translation>
    </message>
    <message>
        <source>backwards in time</source>
        <translation>沿时间逆向</translation>
    </message>
    <message>
        <source>forwards in time</source>
        <translation>沿时间正向</translation>
    </message>
    <message>
        <source>&lt;b&gt;t = %1&lt;/b&gt;, layer %2</source>
        <translation>&lt;b&gt;t = %1&lt;/b&gt;，第 %2 层</translation>
    </message>
    <message>
        <source>, before: %1</source>
        <translation>，之前：%1</translation>
    </message>
    <message>
        <source>2-norms over all units, H = %1</source>
        <translation>对所有单元取 2-范数，H = %1</translation>
    </message>
</context>
<context>
    <name>rnnscope::HoldField</name>
    <message>
        <source>%1 has no %2: nothing is held there until a cell has</source>
        <translation>%1 没有 %2：换用具有它的细胞之前，此项不起作用</translation>
    </message>
    <message>
        <source>f=1 holds a gate</source>
        <translation>f=1 可固定一个门</translation>
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
        <translation>将 %1 固定为 1</translation>
    </message>
    <message>
        <source>Hold %1 at 0</source>
        <translation>将 %1 固定为 0</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Hold %1 at</source>
        <translation>将 %1 固定为</translation>
    </message>
    <message>
        <source>another value…</source>
        <translation>其他值…</translation>
    </message>
    <message>
        <source>Another value to hold the %1 at</source>
        <translation>将%1固定为其他值</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>所有单元</translation>
    </message>
    <message>
        <source>unit %1 only</source>
        <translation>仅单元 %1</translation>
    </message>
    <message>
        <source>at all steps</source>
        <translation>所有步</translation>
    </message>
    <message>
        <source>from t = %1 back to 1</source>
        <translation>从 t = %1 回到 1</translation>
    </message>
    <message>
        <source>from t = %1 on</source>
        <translation>从 t = %1 起</translation>
    </message>
    <message>
        <source>at t = %1 only</source>
        <translation>仅 t = %1</translation>
    </message>
    <message>
        <source>Release %1, in all layers</source>
        <translation>解除固定 %1（所有层）</translation>
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
        <translation>请输入数字，如 0.5</translation>
    </message>
    <message>
        <source>this is not a finite number; write one, as 0.5</source>
        <translation>这不是有限的数；请输入如 0.5 的数</translation>
    </message>
</context>
<context>
    <name>rnnscope::ImportDialog</name>
    <message>
        <source>&amp;Read as</source>
        <translation>读取为(&amp;R)</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;One step is</source>
        <translation>一步为(&amp;O)</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>一个字符</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>一个词</translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation>分隔符(&amp;S)</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>&amp;First row</source>
        <translation>首行(&amp;F)</translation>
    </message>
    <message>
        <source>column names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>numbers already</source>
        <translation>已是数值</translation>
    </message>
    <message>
        <source>&amp;Decimal sign</source>
        <translation>小数点(&amp;D)</translation>
    </message>
    <message>
        <source>point  1.5</source>
        <translation>点号  1.5</translation>
    </message>
    <message>
        <source>comma  1,5</source>
        <translation>逗号  1,5</translation>
    </message>
    <message>
        <source>&amp;Missing values</source>
        <translation>缺失值(&amp;M)</translation>
    </message>
    <message>
        <source>are an error</source>
        <translation>视为错误</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>略去该行</translation>
    </message>
    <message>
        <source>interpolate</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>目标(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;caling</source>
        <translation>缩放(&amp;C)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>log-differences</source>
        <translation>对数差分</translation>
    </message>
    <message>
        <source>standard: mean 0 and standard deviation 1; log-differences: ln(xₜ / xₜ₋₁)</source>
        <translation>标准化：均值 0，标准差 1；对数差分：ln(xₜ / xₜ₋₁)</translation>
    </message>
    <message>
        <source>Se&amp;quence</source>
        <translation>序列(&amp;Q)</translation>
    </message>
    <message>
        <source>The sequence that is shown, and learnt from first</source>
        <translation>所显示的序列，也最先用于学习</translation>
    </message>
    <message>
        <source>From ste&amp;p</source>
        <translation>起始步(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Number of steps</source>
        <translation>步数(&amp;N)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Ro&amp;ws a step</source>
        <translation>每步行数(&amp;W)</translation>
    </message>
    <message>
        <source>So many rows of the file become one step</source>
        <translation>文件中这么多行合为一步</translation>
    </message>
    <message>
        <source>&amp;by</source>
        <translation>取(&amp;B)</translation>
    </message>
    <message>
        <source>their mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>next value</source>
        <translation>下一个值</translation>
    </message>
    <message>
        <source>next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>next character</source>
        <translation>下一个字符</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>列“%1”</translation>
    </message>
    <message>
        <source>none, forward only</source>
        <translation>无，仅前向</translation>
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
        <translation>粘贴内容</translation>
    </message>
    <message>
        <source>Open a sequence</source>
        <translation>打开序列</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>来自剪贴板</translation>
    </message>
    <message>
        <source>The start of the text</source>
        <translation>文本的开头</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>a kind of file that is not known, read as %1</source>
        <translation>未知的文件类型，按%1读取</translation>
    </message>
    <message>
        <source>no target, forward only</source>
        <translation>无目标，仅前向</translation>
    </message>
    <message>
        <source>target: column %1</source>
        <translation>目标：列“%1”</translation>
    </message>
    <message>
        <source>target: next value</source>
        <translation>目标：下一个值</translation>
    </message>
    <message>
        <source>target: next word</source>
        <translation>目标：下一个词</translation>
    </message>
    <message>
        <source>target: next character</source>
        <translation>目标：下一个字符</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 个词</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 个字符</translation>
    </message>
    <message>
        <source>%1 different ones</source>
        <translation>%1 个互不相同</translation>
    </message>
    <message>
        <source>%1 rows in %2 sequences, of which number %3, with %4 rows, is shown</source>
        <translation>%2 个序列共 %1 行，显示其中第 %3 个（%4 行）</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>1 with missing values left out</source>
        <translation>略去 1 行含缺失值的数据</translation>
    </message>
    <message>
        <source>%1 with missing values left out</source>
        <translation>略去 %1 行含缺失值的数据</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>inputs %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>%1 inputs</source>
        <translation>%1 个输入</translation>
    </message>
    <message>
        <source>1 step of it</source>
        <translation>取其中 1 步</translation>
    </message>
    <message>
        <source>%1 steps of it</source>
        <translation>取其中 %1 步</translation>
    </message>
    <message>
        <source>Reading; it opens as soon as that is done …</source>
        <translation>正在读取；完成后即打开 …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取 …</translation>
    </message>
    <message>
        <source>ln(xₜ / xₜ₋₁) of each step, the first left out</source>
        <translation>每一步的 ln(xₜ / xₜ₋₁)，略去第一步</translation>
    </message>
    <message>
        <source>mean %1, standard deviation %2</source>
        <translation>均值 %1，标准差 %2</translation>
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
        <translation>在 t = %1 溢出</translation>
    </message>
    <message>
        <source>σ₁ ≤ 1: cannot explode</source>
        <translation>σ₁ ≤ 1：不会爆炸</translation>
    </message>
    <message>
        <source>σ₁ ≤ 1 everywhere: cannot explode</source>
        <translation>处处 σ₁ ≤ 1：不会爆炸</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1: at most × %1 a step</source>
        <translation>σ₁ &lt; 1：每步至多 × %1</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1 everywhere: vanishes at least as %1 per step</source>
        <translation>处处 σ₁ &lt; 1：至少以每步 × %1 的速度消失</translation>
    </message>
    <message>
        <source>largest singular value over 1: may explode</source>
        <translation>最大奇异值大于 1：可能爆炸</translation>
    </message>
    <message>
        <source>σ₁ &gt; 1: may explode</source>
        <translation>σ₁ &gt; 1：可能爆炸</translation>
    </message>
    <message>
        <source>largest singular value under 1 at every step: must vanish</source>
        <translation>每一步的最大奇异值都小于 1：必定消失</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1 at every step: must vanish</source>
        <translation>每步 σ₁ &lt; 1：必定消失</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>σ₁ is the largest singular value of ∂s_t/∂s_(t−1), s the whole state.
Under 1 at every step suffices to vanish.
Over 1 is needed to explode, but does not suffice.</source>
        <translation>σ₁ 是 ∂s_t/∂s_(t−1) 的最大奇异值，s 为整个状态。
每一步都小于 1 足以导致消失。
大于 1 是爆炸的必要条件，但不充分。</translation>
    </message>
    <message>
        <source>geometric mean of σ₁: %1
largest σ₁: %2</source>
        <translation>σ₁ 的几何平均：%1
最大的 σ₁：%2</translation>
    </message>
    <message>
        <source>Jacobian spectrum over time</source>
        <translation>雅可比谱随时间的变化</translation>
    </message>
    <message>
        <source>largest singular value</source>
        <translation>最大奇异值</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>spectral radius</source>
        <translation>谱半径</translation>
    </message>
    <message>
        <source>&lt;b&gt;t = %1&lt;/b&gt;, layer %2</source>
        <translation>&lt;b&gt;t = %1&lt;/b&gt;，第 %2 层</translation>
    </message>
    <message>
        <source>backwards in time</source>
        <translation>沿时间逆向</translation>
    </message>
    <message>
        <source>forwards in time</source>
        <translation>沿时间正向</translation>
    </message>
    <message>
        <source>of the %1 × %1 Jacobian from the step before</source>
        <translation>取自对前一步的 %1 × %1 雅可比矩阵</translation>
    </message>
    <message>
        <source>σ₁ ≈ 1: cannot explode</source>
        <translation>σ₁ ≈ 1：不会爆炸</translation>
    </message>
    <message>
        <source>σ₁ ≈ 1 everywhere: need not vanish, cannot explode</source>
        <translation>处处 σ₁ ≈ 1：未必消失，不会爆炸</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1: loses at least %1 % a step</source>
        <translation>σ₁ &lt; 1：每步至少损失 %1 %</translation>
    </message>
    <message>
        <source>σ₁ &lt; 1 everywhere: loses at least %1 % per step</source>
        <translation>处处 σ₁ &lt; 1：每步至少损失 %1 %</translation>
    </message>
    <message>
        <source>σ₁ &gt; 1 at %L1 of %2</source>
        <translation>%2中有 %L1 步 σ₁ &gt; 1</translation>
    </message>
    <message>
        <source>‖W_{hh}‖₂ = %1: no input can make it more</source>
        <translation>‖W_{hh}‖₂ = %1：任何输入都不会使其更大</translation>
    </message>
</context>
<context>
    <name>rnnscope::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>按键表</translation>
    </message>
</context>
<context>
    <name>rnnscope::LaneEditor</name>
    <message>
        <source>What this network differs in</source>
        <translation>此网络的不同之处</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>细胞</translation>
    </message>
    <message>
        <source>The equations of a step</source>
        <translation>一步的方程</translation>
    </message>
    <message>
        <source>as initialised</source>
        <translation>按初始化</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Hidden units of each layer and direction</source>
        <translation>每层每个方向的隐藏单元数</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>遗忘偏置</translation>
    </message>
    <message>
        <source>Bias of the gate that decides how long the cell remembers</source>
        <translation>决定细胞记忆多久的门的偏置</translation>
    </message>
    <message>
        <source>Recurrent ρ</source>
        <translation>循环权重 ρ</translation>
    </message>
    <message>
        <source>Spectral radius of the recurrent weights</source>
        <translation>循环权重的谱半径</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>What is done to a large gradient</source>
        <translation>如何处理大的梯度</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>按值</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>按范数</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Largest entry, or largest norm over all gradients together</source>
        <translation>分量的上限，或全部梯度合在一起的范数上限</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate of an update</source>
        <translation>每次更新的学习率</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Gates or states kept at a value: f=1</source>
        <translation>保持为某个值的门或状态：f=1</translation>
    </message>
    <message>
        <source>nothing, or f=1</source>
        <translation>无，或 f=1</translation>
    </message>
    <message>
        <source>Show in all panels</source>
        <translation>在所有面板中显示</translation>
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
        <translation>此网络的不同之处</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>%1 的菜单</translation>
    </message>
    <message>
        <source>A click shows it in all panels</source>
        <translation>点击即在所有面板中显示</translation>
    </message>
    <message>
        <source>shown in all panels</source>
        <translation>显示于所有面板</translation>
    </message>
</context>
<context>
    <name>rnnscope::LessonColumn</name>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>关闭本课</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>↺ page as it began</source>
        <translation>↺ 恢复本页初始</translation>
    </message>
    <message>
        <source>Page as it began</source>
        <translation>恢复本页初始</translation>
    </message>
    <message>
        <source>controls</source>
        <translation>控件</translation>
    </message>
    <message>
        <source>Show or hide the column of controls</source>
        <translation>显示或隐藏控件栏</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ 上一页</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>显示答案</translation>
    </message>
    <message>
        <source>Next ›</source>
        <translation>下一页 ›</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>所有课程</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>预览：%1</translation>
    </message>
    <message>
        <source>Back to the editor</source>
        <translation>回到课程编辑</translation>
    </message>
    <message>
        <source>To the editor</source>
        <translation>回到编辑</translation>
    </message>
</context>
<context>
    <name>rnnscope::LessonEditor</name>
    <message>
        <source>Lesson editor</source>
        <translation>课程编辑</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>输入：%1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Points at nothing</source>
        <translation>不指向任何东西</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>%1, with changes</source>
        <translation>%1，有改动</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Arrange the window as a page is to show it, then record it.</source>
        <translation>把窗口摆成一页要展示的样子，然后录制。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺少什么。</translation>
    </message>
    <message>
        <source>Language that is written</source>
        <translation>正在写的语言</translation>
    </message>
    <message>
        <source>Title of the lesson</source>
        <translation>课程的标题</translation>
    </message>
    <message>
        <source>Undo in the lesson</source>
        <translation>撤销课程中的改动</translation>
    </message>
    <message>
        <source>Redo in the lesson</source>
        <translation>重做课程中的改动</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>New, open, save, languages</source>
        <translation>新建、打开、保存、语言</translation>
    </message>
    <message>
        <source>Close the editor; the lesson stays as it is</source>
        <translation>关闭编辑；课程保持原样</translation>
    </message>
    <message>
        <source>&amp;New lesson</source>
        <translation>新课程(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Languages</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Languages of the lesson</source>
        <translation>课程的语言</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Drag to put them in order; a double click shows a page in the window</source>
        <translation>拖动可调整顺序；双击可在窗口中显示该页</translation>
    </message>
    <message>
        <source>show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show this page in the window</source>
        <translation>在窗口中显示此页</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>上移此页</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>下移此页</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this page</source>
        <translation>删除此页</translation>
    </message>
    <message>
        <source>● Record page</source>
        <translation>● 录制一页</translation>
    </message>
    <message>
        <source>Record page</source>
        <translation>录制一页</translation>
    </message>
    <message>
        <source>A new page of what the window shows now: settings, updates, place, panels</source>
        <translation>把窗口现在展示的内容录成新的一页：设置、更新次数、位置、面板</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>重新录制</translation>
    </message>
    <message>
        <source>What the window shows now for this page; its words stay</source>
        <translation>用窗口现在展示的内容替换此页；文字不变</translation>
    </message>
    <message>
        <source>Title of the page</source>
        <translation>此页的标题</translation>
    </message>
    <message>
        <source>Text; an empty line begins a paragraph</source>
        <translation>正文；空一行另起一段</translation>
    </message>
    <message>
        <source>{f|forget gate} is drawn in the colour of f, $h_t$ as a formula, *this* strong</source>
        <translation>{f|遗忘门} 以 f 的颜色显示，$h_t$ 显示为公式，*这样* 则加粗</translation>
    </message>
    <message>
        <source>What gets a ring around it; the rest is dimmed</source>
        <translation>加上圈的部分；其余变暗</translation>
    </message>
    <message>
        <source>Plays by itself</source>
        <translation>自动播放</translation>
    </message>
    <message>
        <source>Notes for whoever presents it</source>
        <translation>讲稿（只给讲课人看）</translation>
    </message>
    <message>
        <source>Asks a question</source>
        <translation>提一个问题</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>提一个问题</translation>
    </message>
    <message>
        <source>Ask no question</source>
        <translation>不提问题</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Why that is the answer</source>
        <translation>为什么这是答案</translation>
    </message>
    <message>
        <source>Of the whole lesson</source>
        <translation>整个课程</translation>
    </message>
    <message>
        <source>What it is about, in one sentence</source>
        <translation>用一句话说明内容</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Length not said</source>
        <translation>未注明时长</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>▶ Preview</source>
        <translation>▶ 预览</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>From this page on, as a class sees it; closing it leads back here</source>
        <translation>从此页开始，如同课堂所见；关闭后回到这里</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>还有 1 处</translation>
    </message>
    <message>
        <source>%L1 more</source>
        <translation>还有 %L1 处</translation>
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
        <translation>课程</translation>
    </message>
    <message>
        <source>Page Down and Page Up, a clicker&apos;s keys, play a lesson</source>
        <translation>用 Page Down 和 Page Up（翻页笔的两个键）播放课程</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>A lesson of your own, or somebody else&apos;s</source>
        <translation>自己或他人编写的课程</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 页</translation>
    </message>
    <message>
        <source>%1 · %2 min</source>
        <translation>%1 · %2 分钟</translation>
    </message>
</context>
<context>
    <name>rnnscope::LessonPlayer</name>
    <message>
        <source>&amp;Next page</source>
        <translation>下一页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>上一页(&amp;P)</translation>
    </message>
    <message>
        <source>Page as it &amp;began</source>
        <translation>恢复本页初始(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close the lesson</source>
        <translation>关闭本课(&amp;C)</translation>
    </message>
    <message>
        <source>The answer, or the next page (%1)</source>
        <translation>答案，或下一页（%1）</translation>
    </message>
    <message>
        <source>The previous page (%1)</source>
        <translation>上一页（%1）</translation>
    </message>
    <message>
        <source>Back to what this page began with (%1)</source>
        <translation>回到本页开始时的样子（%1）</translation>
    </message>
    <message>
        <source>Lesson %1</source>
        <translation>课程“%1”</translation>
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
        <translation>录制一页</translation>
    </message>
    <message>
        <source>Record page %1 again</source>
        <translation>重新录制第 %1 页</translation>
    </message>
    <message>
        <source>Move page %1</source>
        <translation>移动第 %1 页</translation>
    </message>
    <message>
        <source>Delete page %1</source>
        <translation>删除第 %1 页</translation>
    </message>
    <message>
        <source>New lesson</source>
        <translation>新课程</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
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
        <translation>第 %2 次更新时损失为 %1</translation>
    </message>
    <message>
        <source>NaN at update %1</source>
        <translation>第 %1 次更新时为 NaN</translation>
    </message>
    <message>
        <source>loss ∞ at update %1</source>
        <translation>第 %1 次更新时损失为 ∞</translation>
    </message>
    <message>
        <source>loss %1, ‖g‖ %2 at update %3</source>
        <translation>第 %3 次更新时损失为 %1，‖g‖ 为 %2</translation>
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
        <translation>选定目标后才有可学的内容</translation>
    </message>
    <message>
        <source>Press Train (T) to see the loss fall</source>
        <translation>按“训练”（T）观察损失下降</translation>
    </message>
    <message>
        <source>no room for states: every way back is trained anew</source>
        <translation>没有空间保存状态：每次回退都要重新训练</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>no loss</source>
        <translation>无损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>‖g‖</source>
        <translation>‖g‖</translation>
    </message>
    <message>
        <source>twin, %1</source>
        <translation>对照，%1</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>本次训练</translation>
    </message>
    <message>
        <source>before clipping</source>
        <translation>裁剪前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>裁剪后</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>update %1 of %2, %3</source>
        <translation>第 %1/%2 次更新，%3</translation>
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
        <translation>裁剪前 ‖g‖</translation>
    </message>
    <message>
        <source>‖g‖ after</source>
        <translation>裁剪后 ‖g‖</translation>
    </message>
    <message>
        <source>loss of the twin</source>
        <translation>对照的损失</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>engaged in %L1 of %L2</source>
        <translation>%L2 次中触发 %L1 次</translation>
    </message>
    <message>
        <source>states every %L1 updates, %L2 kept, %3 of %4 MB</source>
        <translation>每 %L1 次更新存一个状态，已存 %L2 个，占 %3/%4 MB</translation>
    </message>
</context>
<context>
    <name>rnnscope::MainWindow</name>
    <message>
        <source>Overflow: %1</source>
        <translation>溢出：%1</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Clip by norm and train again</source>
        <translation>按范数裁剪并重新训练</translation>
    </message>
    <message>
        <source>Checking the gradient: %1 %</source>
        <translation>正在检验梯度：%1%</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No more than %L1 numbers can be edited; give them as weights in a file</source>
        <translation>最多可编辑 %L1 个数；更多请以权重文件提供</translation>
    </message>
    <message>
        <source>About RNNScope</source>
        <translation>关于 RNNScope</translation>
    </message>
    <message>
        <source>&lt;b&gt;RNNScope %1&lt;/b&gt;&lt;br&gt;A recurrent network taken apart in front of a class.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later. Built with Qt, QCustomPlot and Eigen.</source>
        <translation>&lt;b&gt;RNNScope %1&lt;/b&gt;&lt;br&gt;在课堂上拆解循环神经网络。&lt;br&gt;&lt;br&gt;自由软件，按 GNU 通用公共许可证第 3 版或更高版本发布。使用 Qt、QCustomPlot 和 Eigen 构建。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Inside, over time</source>
        <translation>内部随时间的变化</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Dra&amp;w a sequence…</source>
        <translation>绘制序列(&amp;W)…</translation>
    </message>
    <message>
        <source>Open &amp;example</source>
        <translation>打开示例(&amp;E)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Open &amp;demonstration</source>
        <translation>打开演示实验(&amp;D)</translation>
    </message>
    <message>
        <source>Save set&amp;up…</source>
        <translation>保存配置(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Load weights…</source>
        <translation>加载权重(&amp;L)…</translation>
    </message>
    <message>
        <source>Save &amp;weights…</source>
        <translation>保存权重(&amp;W)…</translation>
    </message>
    <message>
        <source>Save as &amp;PyTorch script…</source>
        <translation>保存为 PyTorch 脚本(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation>导出图形(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Paste as sequence…</source>
        <translation>粘贴为序列(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Hold a gate…</source>
        <translation>固定一个门(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Training &amp;pace</source>
        <translation>训练速度(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Memory for going back</source>
        <translation>回退所用内存(&amp;M)</translation>
    </message>
    <message>
        <source>States kept while training, to go back to any update at once</source>
        <translation>训练时保存的状态，用于立即回到任意一次更新</translation>
    </message>
    <message>
        <source>%L1 MB</source>
        <translation>%L1 MB</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键表(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About RNNScope</source>
        <translation>关于 RNNScope(&amp;A)</translation>
    </message>
    <message>
        <source>%L1 updates a second</source>
        <translation>每秒 %L1 次更新</translation>
    </message>
    <message>
        <source>As fast as it can</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Panels as at the start</source>
        <translation>面板恢复初始布局</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影仪</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Memory had no room to keep this training; it starts anew</source>
        <translation>内存不足，无法保留此次训练；将从头训练</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>this document</source>
        <translation>此文档</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>要保存对 %1 的更改吗？</translation>
    </message>
    <message>
        <source>Unsaved changes of the last time</source>
        <translation>上次未保存的更改</translation>
    </message>
    <message>
        <source>The program ended before changes to this document were saved. Here they are again; %1 takes them back</source>
        <translation>上次程序结束时，此文档的更改尚未保存。更改已恢复；按 %1 可撤回</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>保存文档</translation>
    </message>
    <message>
        <source>Documents (*.rnnscope)</source>
        <translation>文档 (*.rnnscope)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Previous curves</source>
        <translation>之前的曲线</translation>
    </message>
    <message>
        <source>After a change, the curves of before stay faint until dismissed</source>
        <translation>更改之后，之前的曲线以淡色保留，直到被关闭</translation>
    </message>
    <message>
        <source>Edit the input at t = %1</source>
        <translation>编辑 t = %1 的输入</translation>
    </message>
    <message>
        <source>Edit the input from t = %1 on</source>
        <translation>编辑 t = %1 起的输入</translation>
    </message>
    <message>
        <source>Reset the input</source>
        <translation>重置输入</translation>
    </message>
    <message>
        <source>Draw a sequence</source>
        <translation>绘制序列</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>The setup of the last time cannot be opened, so this is a new one: %1</source>
        <translation>上次的配置无法打开，已新建配置：%1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>The setup cannot be kept for the next start: %1</source>
        <translation>无法为下次启动保留配置：%1</translation>
    </message>
    <message>
        <source>Open a document, a sequence or a setup</source>
        <translation>打开文档、序列或配置</translation>
    </message>
    <message>
        <source>Documents, sequences and setups (*.rnnscope *.csv *.tsv *.tab *.json *.npy *.npz *.txt)</source>
        <translation>文档、序列和配置 (*.rnnscope *.csv *.tsv *.tab *.json *.npy *.npz *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the setup</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>Setups (*.json)</source>
        <translation>配置 (*.json)</translation>
    </message>
    <message>
        <source>Saved %1, and beside it %2</source>
        <translation>已保存 %1，并附带 %2</translation>
    </message>
    <message>
        <source>Copied the data of %1 as CSV</source>
        <translation>已将“%1”的数据复制为 CSV</translation>
    </message>
    <message>
        <source>Paste a sequence</source>
        <translation>粘贴序列</translation>
    </message>
    <message>
        <source>There is no text to paste; copy a table or a text first</source>
        <translation>没有可粘贴的文本；请先复制表格或文本</translation>
    </message>
    <message>
        <source>%L1 files were dropped; this is the first, %2</source>
        <translation>拖入了 %L1 个文件；打开其中第一个：%2</translation>
    </message>
    <message>
        <source>Only files of this computer can be opened</source>
        <translation>只能打开本机上的文件</translation>
    </message>
    <message>
        <source>Save as PyTorch script</source>
        <translation>保存为 PyTorch 脚本</translation>
    </message>
    <message>
        <source>Python scripts (*.py)</source>
        <translation>Python 脚本 (*.py)</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>加载权重</translation>
    </message>
    <message>
        <source>Safetensors (*.safetensors)</source>
        <translation>Safetensors (*.safetensors)</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>加载 %1</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <source>Saved %1, the weights after %2</source>
        <translation>已保存 %1，即 %2之后的权重</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言 Language(&amp;L)</translation>
    </message>
    <message>
        <source>Leave, one after the other: a lesson&apos;s pointing, the controls, what a presenter has in hand, full screen, the message, the previous curves, presenting, the comparison</source>
        <translation>依次退出：课程的指引、控件、放映时所用的工具、全屏、消息、之前的曲线、放映、对比</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved. Save them (Ctrl+S), or leave presenting (F5) to be asked about them</source>
        <translation>%1有尚未保存的更改。请保存（Ctrl+S），或退出放映（F5）后再作选择</translation>
    </message>
    <message>
        <source>The changes to %1 are not saved; %2 brings them back</source>
        <translation>对%1的更改未保存；按 %2 可恢复</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>放映(&amp;P)</translation>
    </message>
    <message>
        <source>Bookmark %1: %2</source>
        <translation>书签 %1：%2</translation>
    </message>
    <message>
        <source>Bookmark %1</source>
        <translation>书签 %1</translation>
    </message>
    <message>
        <source>As it began</source>
        <translation>恢复到开始时</translation>
    </message>
    <message>
        <source>Point at a panel first</source>
        <translation>请先指向一个面板</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Not while presenting (F5 leaves): %1</source>
        <translation>放映时不可用（按 F5 退出放映）：%1</translation>
    </message>
    <message>
        <source>Lea&amp;ve</source>
        <translation>退出(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What is this panel?</source>
        <translation>这是什么面板？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>手册(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;All lessons…</source>
        <translation>所有课程(&amp;A)…</translation>
    </message>
    <message>
        <source>Panels in one place</source>
        <translation>同一位置的面板</translation>
    </message>
    <message>
        <source>As a ta&amp;ble</source>
        <translation>显示为表格(&amp;B)</translation>
    </message>
    <message>
        <source>A panel&apos;s numbers as a table, and back</source>
        <translation>把面板的数值显示为表格，再按一次返回</translation>
    </message>
    <message>
        <source>Of the panel that has the focus, or else that is pointed at</source>
        <translation>有焦点的面板；没有焦点时，指针所指的面板</translation>
    </message>
    <message>
        <source>Point at a panel first, or go to it with the Tab key</source>
        <translation>请先指向一个面板，或用 Tab 键移到它</translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation>减少动画(&amp;M)</translation>
    </message>
    <message>
        <source>Nothing fades or slides; playing still steps</source>
        <translation>不淡入淡出，也不滑动；播放仍然逐步进行</translation>
    </message>
    <message>
        <source>&amp;Write a lesson…</source>
        <translation>编写课程(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Edit this lesson…</source>
        <translation>编辑此课程(&amp;E)…</translation>
    </message>
    <message>
        <source>Lesson editor</source>
        <translation>课程编辑</translation>
    </message>
    <message>
        <source>&amp;Open a lesson…</source>
        <translation>打开课程(&amp;O)…</translation>
    </message>
    <message>
        <source>Page %1 is recorded again</source>
        <translation>第 %1 页已重新录制</translation>
    </message>
    <message>
        <source>Page %1 is recorded; give it a title and a text</source>
        <translation>第 %1 页已录制；请写标题和正文</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Lessons (*.json)</source>
        <translation>课程 (*.json)</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>保存课程</translation>
    </message>
    <message>
        <source>What page %1 points at</source>
        <translation>第 %1 页指向什么</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控件</translation>
    </message>
    <message>
        <source>Quantities, wherever they are drawn</source>
        <translation>量，无论画在哪里</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>At nothing</source>
        <translation>不指向任何东西</translation>
    </message>
    <message>
        <source>Unsaved lesson</source>
        <translation>未保存的课程</translation>
    </message>
    <message>
        <source>the lesson</source>
        <translation>此课程</translation>
    </message>
    <message>
        <source>Saved %1; it cannot be played before what the editor names is there</source>
        <translation>已保存 %1；补上编辑器指出的内容后才能播放</translation>
    </message>
    <message>
        <source>Leave, one thing after the other</source>
        <translation>依次退出</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Network and training</source>
        <translation>网络与训练</translation>
    </message>
    <message>
        <source>Panels and window</source>
        <translation>面板与窗口</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>File and edit</source>
        <translation>文件与编辑</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Training starts anew with this setup; %1 brings back update %2</source>
        <translation>按此配置从头训练；按 %1 可恢复到第 %2 次更新</translation>
    </message>
    <message>
        <source>Nothing is trained without a target: choose one under Sequence, Target; %1 brings back update %2</source>
        <translation>没有目标就无法训练：请在“序列”的“目标”中选择；按 %1 可恢复到第 %2 次更新</translation>
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
        <translation>课程</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>Inside, over time</source>
        <translation>内部随时间的变化</translation>
    </message>
    <message>
        <source>Lesson: %1, page %2</source>
        <translation>课程：%1，第 %2 页</translation>
    </message>
    <message>
        <source>RNNScope: the manual</source>
        <translation>RNNScope 手册</translation>
    </message>
</context>
<context>
    <name>rnnscope::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Search; Return goes on to the next place</source>
        <translation>搜索；按回车键转到下一处</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>在手册中搜索</translation>
    </message>
</context>
<context>
    <name>rnnscope::MessageBar</name>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>rnnscope::NotesWindow</name>
    <message>
        <source>Notes – RNNScope</source>
        <translation>讲稿 – RNNScope</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>当前时间</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>开始至今</translation>
    </message>
    <message>
        <source>↺ from 0:00</source>
        <translation>↺ 从 0:00 起</translation>
    </message>
    <message>
        <source>Count from now</source>
        <translation>从现在开始计时</translation>
    </message>
    <message>
        <source>What the class does not see</source>
        <translation>学生看不到的内容</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1/%2 页</translation>
    </message>
    <message>
        <source>No lesson is open</source>
        <translation>没有打开课程</translation>
    </message>
    <message>
        <source>While one is (menu &lt;i&gt;Lessons&lt;/i&gt;), the notes of its page and the page that comes next stand here.</source>
        <translation>打开课程后（菜单&lt;i&gt;课程&lt;/i&gt;），这里显示当前页的讲稿和下一页。</translation>
    </message>
    <message>
        <source>This page has no notes.</source>
        <translation>本页没有讲稿。</translation>
    </message>
    <message>
        <source>Next: the answer, and then</source>
        <translation>接下来：答案，然后是</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>This is the last page</source>
        <translation>这是最后一页</translation>
    </message>
</context>
<context>
    <name>rnnscope::NumberModel</name>
    <message>
        <source>not yet</source>
        <translation>尚无</translation>
    </message>
</context>
<context>
    <name>rnnscope::Overflow</name>
    <message>
        <source>read-out</source>
        <translation>读出</translation>
    </message>
    <message>
        <source>%1 %2 of layer %3 reverse</source>
        <translation>第 %3 层（逆向）%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 of layer %3</source>
        <translation>第 %3 层%1 %2</translation>
    </message>
    <message>
        <source>gradient of the %1</source>
        <translation>%1 的梯度</translation>
    </message>
    <message>
        <source>loss is %1 from step %2 on</source>
        <translation>损失从第 %2 步起为 %1</translation>
    </message>
    <message>
        <source>%1, unit %2, is %3 from step %4 back</source>
        <translation>%1，单元 %2，从第 %4 步往前为 %3</translation>
    </message>
    <message>
        <source>%1, unit %2, is %3 from step %4 on</source>
        <translation>%1，单元 %2，从第 %4 步起为 %3</translation>
    </message>
</context>
<context>
    <name>rnnscope::PageBar</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1/%2 页</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页</translation>
    </message>
</context>
<context>
    <name>rnnscope::Panel</name>
    <message>
        <source>What a network generates has no target and no loss; go back to the sequence under Generation</source>
        <translation>网络生成的内容没有目标，也没有损失；请在“生成”中返回序列</translation>
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
        <translation>单元</translation>
    </message>
    <message>
        <source>The two principal components: where the state varies most over the sequence</source>
        <translation>两个主成分：状态在整个序列中变化最大的方向</translation>
    </message>
    <message>
        <source>Two units of the state</source>
        <translation>状态的两个单元</translation>
    </message>
    <message>
        <source>Which state the path is of</source>
        <translation>轨迹对应的状态</translation>
    </message>
    <message>
        <source>Unit to the right</source>
        <translation>横轴单元</translation>
    </message>
    <message>
        <source>Unit upwards</source>
        <translation>纵轴单元</translation>
    </message>
    <message>
        <source>The unit along the horizontal axis</source>
        <translation>横轴上的单元</translation>
    </message>
    <message>
        <source>The unit along the vertical axis</source>
        <translation>纵轴上的单元</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>状态 %1</translation>
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
        <translation>起点</translation>
    </message>
    <message>
        <source>overflowed here: t = %1</source>
        <translation>此处溢出：t = %1</translation>
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
        <translation>时间沿箭头方向推移。</translation>
    </message>
    <message>
        <source>The loss falls the way the thick arrow points; its length is logarithmic.</source>
        <translation>损失沿粗箭头方向下降；箭头长度按对数缩放。</translation>
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
        <translation>%1，单元 %2</translation>
    </message>
    <message>
        <source>%1 of %2: %3 % of the variance</source>
        <translation>%2 的 %1：占方差的 %3%</translation>
    </message>
    <message>
        <source>%1, the step before</source>
        <translation>%1，前一步</translation>
    </message>
    <message>
        <source>%1, the step</source>
        <translation>%1，这一步</translation>
    </message>
    <message>
        <source>No value is a number</source>
        <translation>没有任何值是数字</translation>
    </message>
    <message>
        <source>%1, before the first step</source>
        <translation>%1，第一步之前</translation>
    </message>
    <message>
        <source>−∂L/∂%1 along %2</source>
        <translation>−∂L/∂%1 沿 %2</translation>
    </message>
    <message>
        <source>length in this plane</source>
        <translation>在此平面内的长度</translation>
    </message>
</context>
<context>
    <name>rnnscope::PicturePane</name>
    <message>
        <source>Preview of the figure</source>
        <translation>图形预览</translation>
    </message>
</context>
<context>
    <name>rnnscope::Playhead</name>
    <message>
        <source>Forward pass</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Backward pass</source>
        <translation>反向传播</translation>
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
        <translation>%1，t = %2 / %3，第 %4 个运算，第 %5 次更新</translation>
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
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>P&amp;revious step</source>
        <translation>上一步(&amp;R)</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Next &amp;operation</source>
        <translation>下一个运算(&amp;O)</translation>
    </message>
    <message>
        <source>One operation of the cell on</source>
        <translation>前进一个细胞运算</translation>
    </message>
    <message>
        <source>Previous operatio&amp;n</source>
        <translation>上一个运算(&amp;N)</translation>
    </message>
    <message>
        <source>One operation of the cell back</source>
        <translation>后退一个细胞运算</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>到开头(&amp;S)</translation>
    </message>
    <message>
        <source>To the start of this pass</source>
        <translation>到本次传播的开头</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>到末尾(&amp;E)</translation>
    </message>
    <message>
        <source>To the end of this pass</source>
        <translation>到本次传播的末尾</translation>
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
        <translation>减慢(&amp;L)</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>减慢播放</translation>
    </message>
    <message>
        <source>Next &amp;update</source>
        <translation>下次更新(&amp;U)</translation>
    </message>
    <message>
        <source>To the start of the next update</source>
        <translation>到下一次更新的开头</translation>
    </message>
    <message>
        <source>Previous up&amp;date</source>
        <translation>上次更新(&amp;D)</translation>
    </message>
    <message>
        <source>To the start of the previous update</source>
        <translation>到上一次更新的开头</translation>
    </message>
    <message>
        <source>Next un&amp;it</source>
        <translation>下一单元(&amp;I)</translation>
    </message>
    <message>
        <source>Look at the next unit</source>
        <translation>查看下一个单元</translation>
    </message>
    <message>
        <source>Previous uni&amp;t</source>
        <translation>上一单元(&amp;T)</translation>
    </message>
    <message>
        <source>Look at the previous unit</source>
        <translation>查看上一个单元</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>持续训练(&amp;K)</translation>
    </message>
    <message>
        <source>Keep training: play on through the updates</source>
        <translation>持续训练：一次次更新连续播放</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
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
        <translation>1 个单元</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 个分量</translation>
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
        <translation>%L1 个单元</translation>
    </message>
    <message>
        <source>%L1 entries</source>
        <translation>%L1 个分量</translation>
    </message>
</context>
<context>
    <name>rnnscope::Presenter</name>
    <message>
        <source>Reset</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>All %1 bookmarks are taken; Ctrl with a number puts what is there now in place of one</source>
        <translation>%1 个书签均已占用；按 Ctrl 加数字可用现在的状态替换其中一个</translation>
    </message>
    <message>
        <source>There is no bookmark yet; %1 keeps what is there now</source>
        <translation>还没有书签；按 %1 可记下现在的状态</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;Present, and leave</source>
        <translation>放映与退出放映(&amp;P)</translation>
    </message>
    <message>
        <source>Fills the screen, the second one where there is one, in large type</source>
        <translation>以大字号铺满屏幕；有第二屏幕时用第二屏幕</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Draw over everything; what is drawn vanishes by itself</source>
        <translation>在画面上书写；笔迹会自行消失</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>Dims all but what lies around the pointer; the wheel makes it larger</source>
        <translation>只照亮指针周围，其余变暗；滚轮可放大光圈</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>The panel under the pointer fills the window, or no longer does</source>
        <translation>让指针下的面板铺满窗口，或还原</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>The class goes on seeing this picture, whatever is done behind it</source>
        <translation>学生继续看到这一画面，后台操作不受影响</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Nothing is seen until the same key, Esc or a click</source>
        <translation>什么都不显示，直到再按该键、按 Esc 或点击</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Show and hide panels</source>
        <translation>显示和隐藏面板</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控件</translation>
    </message>
    <message>
        <source>Show or hide the tool row and the column of controls</source>
        <translation>显示或隐藏工具栏和控件栏</translation>
    </message>
    <message>
        <source>Back to what there was when presenting began</source>
        <translation>回到放映开始时的状态</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Book&amp;mark</source>
        <translation>书签(&amp;M)</translation>
    </message>
    <message>
        <source>Keeps what is there now under the next free number; Ctrl with a number keeps it under that</source>
        <translation>将现在的状态记为下一个空闲编号；按 Ctrl 加数字则记为该编号</translation>
    </message>
    <message>
        <source>Back to the &amp;last bookmark</source>
        <translation>回到上一个书签(&amp;L)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>讲稿</translation>
    </message>
    <message>
        <source>N&amp;otes and clock</source>
        <translation>讲稿与时钟(&amp;O)</translation>
    </message>
    <message>
        <source>The notes of a lesson&apos;s page, the next page and a clock in a window of their own</source>
        <translation>在单独的窗口中显示课程当前页的讲稿、下一页和时钟</translation>
    </message>
    <message>
        <source>Bookmark %1</source>
        <translation>书签 %1</translation>
    </message>
    <message>
        <source>Back to bookmark %1</source>
        <translation>回到书签 %1</translation>
    </message>
    <message>
        <source>Back to bookmark 1, and so on to 9</source>
        <translation>回到书签 1，依此类推到 9</translation>
    </message>
    <message>
        <source>Bookmark under number 1, and so on to 9</source>
        <translation>记为书签 1，依此类推到 9</translation>
    </message>
    <message>
        <source>Back to bookmark %1: %2</source>
        <translation>回到书签 %1：%2</translation>
    </message>
    <message>
        <source>Pe&amp;n</source>
        <translation>画笔(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Wipe what was drawn</source>
        <translation>擦除笔迹(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Spotlight</source>
        <translation>聚光灯(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Zoom in on a panel, and back</source>
        <translation>放大面板与还原(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Freeze the picture</source>
        <translation>定格画面(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Black screen</source>
        <translation>黑屏(&amp;B)</translation>
    </message>
    <message>
        <source>Choose &amp;panels</source>
        <translation>选择面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Controls</source>
        <translation>控件(&amp;C)</translation>
    </message>
    <message>
        <source>As it be&amp;gan</source>
        <translation>恢复到开始时(&amp;G)</translation>
    </message>
    <message>
        <source>A step on, without a lesson</source>
        <translation>前进一步（不带课程时）</translation>
    </message>
    <message>
        <source>A step back, without a lesson</source>
        <translation>后退一步（不带课程时）</translation>
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
        <translation>列“%1”的用途</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
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
        <translation>正在放映</translation>
    </message>
</context>
<context>
    <name>rnnscope::Sentence</name>
    <message>
        <source>&apos;%1&apos; is not a whole number in range; write digits only, as 8</source>
        <translation>“%1”不是范围内的整数；请只写数字，如 8</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a finite number</source>
        <translation>“%1”不是有限的数</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not known; there are %2</source>
        <translation>没有“%1”；可用的有 %2</translation>
    </message>
    <message>
        <source>its header is no dictionary</source>
        <translation>其文件头不是字典</translation>
    </message>
    <message>
        <source>its header is no dictionary of names and values</source>
        <translation>其文件头不是由名称和值组成的字典</translation>
    </message>
    <message>
        <source>its header has the unknown entry %1</source>
        <translation>其文件头含有未知的条目%1</translation>
    </message>
    <message>
        <source>its header has %1 twice</source>
        <translation>其文件头中%1出现了两次</translation>
    </message>
    <message>
        <source>its header goes on after the closing brace</source>
        <translation>其文件头在右花括号之后还有内容</translation>
    </message>
    <message>
        <source>its header lacks descr, fortran_order or shape</source>
        <translation>其文件头缺少 descr、fortran_order 或 shape</translation>
    </message>
    <message>
        <source>the array cannot be read: it holds records of several fields; save one plain array of numbers</source>
        <translation>无法读取数组：其中是含多个字段的记录；请只保存一个普通的数值数组</translation>
    </message>
    <message>
        <source>its header names no data type</source>
        <translation>其文件头没有注明数据类型</translation>
    </message>
    <message>
        <source>its fortran_order is neither True nor False</source>
        <translation>其 fortran_order 既不是 True 也不是 False</translation>
    </message>
    <message>
        <source>its shape is no tuple</source>
        <translation>其形状不是元组</translation>
    </message>
    <message>
        <source>its shape has a negative extent</source>
        <translation>其形状中有负的长度</translation>
    </message>
    <message>
        <source>its shape has an extent beyond 64 bits</source>
        <translation>其形状中有超过 64 位的长度</translation>
    </message>
    <message>
        <source>its shape has more than 32 dimensions</source>
        <translation>其形状超过 32 维</translation>
    </message>
    <message>
        <source>this is no NPY file; its first bytes would be \x93NUMPY</source>
        <translation>这不是 NPY 文件；NPY 文件的开头应为 \x93NUMPY</translation>
    </message>
    <message>
        <source>the file is cut short within its header; save it again</source>
        <translation>文件在文件头处就被截断；请重新保存</translation>
    </message>
    <message>
        <source>its NPY version is %1; versions 1 to 3 can be read</source>
        <translation>其 NPY 版本为 %1；可读取版本 1 到 3</translation>
    </message>
    <message>
        <source>its header claims %1 bytes; at most 1 MiB would be right</source>
        <translation>其文件头自称有 %1 字节；最多应为 1 MiB</translation>
    </message>
    <message>
        <source>the array holds %1; only real numbers of up to 64 bits can be read</source>
        <translation>数组中是%1；只能读取不超过 64 位的实数</translation>
    </message>
    <message>
        <source>the array&apos;s shape %1 is too large; at most 134217728 numbers (1 GiB) can be read</source>
        <translation>数组的形状 %1 太大；最多可读取 134217728 个数（1 GiB）</translation>
    </message>
    <message>
        <source>the file is cut short: it holds %1 bytes of data; shape %2 and dtype %3 need %4</source>
        <translation>文件被截断：其中有 %1 字节数据；按形状 %2 和 dtype %3需要 %4 字节</translation>
    </message>
    <message>
        <source>the file is too long: it holds %1 bytes of data; shape %2 and dtype %3 need %4</source>
        <translation>文件过长：其中有 %1 字节数据；按形状 %2 和 dtype %3需要 %4 字节</translation>
    </message>
    <message>
        <source>array %1 cannot be unpacked: %2; save the archive again</source>
        <translation>无法解压数组%1：%2；请重新保存压缩包</translation>
    </message>
    <message>
        <source>it is larger than the archive says</source>
        <translation>它比压缩包所注明的大</translation>
    </message>
    <message>
        <source>it is smaller than the archive says</source>
        <translation>它比压缩包所注明的小</translation>
    </message>
    <message>
        <source>the arrays unpack to more than 1 GiB; save fewer or shorter ones</source>
        <translation>各数组解压后超过 1 GiB；请减少数组的个数或长度</translation>
    </message>
    <message>
        <source>member %1 of the archive has no name or size; save the archive again</source>
        <translation>压缩包的第 %1 个成员没有名称或大小；请重新保存压缩包</translation>
    </message>
    <message>
        <source>member %1 is no array; an NPZ archive holds only files named *.npy</source>
        <translation>成员%1不是数组；NPZ 压缩包中只能有名为 *.npy 的文件</translation>
    </message>
    <message>
        <source>array %1 is there twice; every array needs a name of its own</source>
        <translation>数组%1出现了两次；各数组的名称不能相同</translation>
    </message>
    <message>
        <source>the file is empty; give a file written by numpy.savez</source>
        <translation>文件是空的；请提供由 numpy.savez 写出的文件</translation>
    </message>
    <message>
        <source>this is no NPZ archive: %1; give a file written by numpy.savez</source>
        <translation>这不是 NPZ 压缩包：%1；请提供由 numpy.savez 写出的文件</translation>
    </message>
    <message>
        <source>array %1: %2</source>
        <translation>数组%1：%2</translation>
    </message>
    <message>
        <source>array %1 cannot be packed: %2</source>
        <translation>无法打包数组%1：%2</translation>
    </message>
    <message>
        <source>the archive cannot be made: %1</source>
        <translation>无法生成压缩包：%1</translation>
    </message>
    <message>
        <source>it is there twice; every array needs a name of its own</source>
        <translation>它出现了两次；各数组的名称不能相同</translation>
    </message>
    <message>
        <source>its name is empty or not UTF-8; give it a plain name</source>
        <translation>其名称为空或不是 UTF-8；请换用普通的名称</translation>
    </message>
    <message>
        <source>%1; where memory is short, fewer steps or units help</source>
        <translation>%1；如果内存不足，可减少步数或单元数</translation>
    </message>
    <message>
        <source>it cannot be read back from memory</source>
        <translation>无法从内存中读回</translation>
    </message>
    <message>
        <source>is for %1 inputs a step, but the sequence has %2; they must agree</source>
        <translation>适用于每步 %1 个输入，而序列每步有 %2 个；二者必须一致</translation>
    </message>
    <message>
        <source>holds no array &apos;%1&apos;; one of shape %2 is needed</source>
        <translation>没有数组“%1”；需要形状为 %2 的数组</translation>
    </message>
    <message>
        <source>array &apos;%1&apos; has shape %2; %3 (layers x directions, hidden) is needed</source>
        <translation>数组“%1”的形状是 %2；需要 %3，即（层数 × 方向数，隐藏单元数）</translation>
    </message>
    <message>
        <source>a record of %1 steps of %2 units would take %3 GB; shorten the sequence with a length, or use fewer units</source>
        <translation>记录 %2 个单元的 %1 步需要 %3 GB；请设定长度以缩短序列，或减少单元数</translation>
    </message>
    <message>
        <source>weights of %1 layers of %2 units would take over 4 GB; use fewer</source>
        <translation>%1 层、每层 %2 个单元的权重需要超过 4 GB；请减少层数或单元数</translation>
    </message>
    <message>
        <source>%1 sequences of %2 steps would take %3 GB; take fewer, or shorten them with a length</source>
        <translation>%1 个 %2 步的序列需要 %3 GB；请减少序列数，或设定长度以缩短序列</translation>
    </message>
    <message>
        <source>answers one sequence, but updates learn from others too; set sequences to 1 and leave fresh ones out</source>
        <translation>只是一个序列的目标，而更新还要从其他序列学习；请将序列数设为 1，并且不用新序列</translation>
    </message>
    <message>
        <source>the classes of sequences yet to be drawn are not known; with cross-entropy and fresh sequences the target must be the task&apos;s own</source>
        <translation>尚未抽取的序列有哪些类别还不知道；用交叉熵和新序列时，目标必须是任务自身的目标</translation>
    </message>
    <message>
        <source>holds %1; an update cannot learn from %2</source>
        <translation>有 %1；一次更新无法用 %2 个来学习</translation>
    </message>
    <message>
        <source>sequence %1: %2</source>
        <translation>第 %1 个序列：%2</translation>
    </message>
    <message>
        <source>as edited, at step %1 %2</source>
        <translation>编辑后第 %1 步：%2</translation>
    </message>
    <message>
        <source>as edited, %1</source>
        <translation>编辑后：%1</translation>
    </message>
    <message>
        <source>there is no cell &apos;%1&apos;</source>
        <translation>没有细胞“%1”</translation>
    </message>
    <message>
        <source>has a read-out of %1, but the target needs %2; they must agree</source>
        <translation>读出为 %1，而目标需要 %2 个；二者必须一致</translation>
    </message>
    <message>
        <source>as edited after update %1, the input asks for %2 classes where the network answers %3; edit it before the first update, or stay below</source>
        <translation>在第 %1 次更新后编辑的输入需要 %2 个类别，而网络只输出 %3 个；请在第一次更新之前编辑，或不超过此数</translation>
    </message>
    <message>
        <source>inputs or initial states are edited after %1 different numbers of updates; at most %2 are possible</source>
        <translation>输入或初始状态在 %1 个不同的更新次数之后被编辑；最多可有 %2 个</translation>
    </message>
    <message>
        <source>inputs or initial states edited after %1 different numbers of updates would take over 4 GB with so large a network; edit them after fewer</source>
        <translation>网络这么大，在 %1 个不同的更新次数之后编辑输入或初始状态需要超过 4 GB；请减少这样的次数</translation>
    </message>
    <message>
        <source>lane %1: %2</source>
        <translation>并排的第 %1 个网络：%2</translation>
    </message>
    <message>
        <source>the file cannot be written: %1; %2</source>
        <translation>无法写入文件：%1；%2</translation>
    </message>
    <message>
        <source>this names no file; give a file name</source>
        <translation>这不是文件名；请给出文件名</translation>
    </message>
    <message>
        <source>this is a folder; give the name of a file in it</source>
        <translation>这是文件夹；请给出其中某个文件的名称</translation>
    </message>
    <message>
        <source>this is a device or pipe, which cannot be replaced; give the name of an ordinary file</source>
        <translation>这是设备或管道，不能替换；请给出普通文件的名称</translation>
    </message>
    <message>
        <source>the file is write-protected; choose another name or allow writing to it</source>
        <translation>文件有写保护；请换一个名称，或允许写入</translation>
    </message>
    <message>
        <source>scaled so, a number would leave the range of numbers</source>
        <translation>这样缩放会有数超出可表示的范围</translation>
    </message>
    <message>
        <source>row %1, number %2 is empty; copy rows of as many numbers each</source>
        <translation>第 %1 行的第 %2 个数是空的；请复制每行个数相同的数</translation>
    </message>
    <message>
        <source>row %1, number %2: %3 is not a finite number; copy rows of as many numbers each</source>
        <translation>第 %1 行的第 %2 个数：%3 不是有限的数；请复制每行个数相同的数</translation>
    </message>
    <message>
        <source>shifted so, a number would leave the range of numbers</source>
        <translation>这样平移会有数超出可表示的范围</translation>
    </message>
    <message>
        <source>a spectral radius is a size; give 0 or more</source>
        <translation>谱半径不能为负；请给出 0 或更大的数</translation>
    </message>
    <message>
        <source>the block holds numbers that are not finite; give it others first</source>
        <translation>这一块中有非有限的数；请先换成其他数</translation>
    </message>
    <message>
        <source>the block&apos;s eigenvalues are all zero: no factor gives it a radius; give it other numbers first</source>
        <translation>这一块的特征值全为零：乘以任何倍数都得不到谱半径；请先换成其他数</translation>
    </message>
    <message>
        <source>nothing is not a finite number; type one, as −0.5 or 1e-3</source>
        <translation>这里没有数字；请输入有限的数，如 −0.5 或 1e-3</translation>
    </message>
    <message>
        <source>%1 is not a finite number; type one, as −0.5 or 1e-3</source>
        <translation>%1 不是有限的数；请输入如 −0.5 或 1e-3 的数</translation>
    </message>
    <message>
        <source>row %1 has %2 numbers and the first %3; copy rows of as many numbers each</source>
        <translation>第 %1 行有 %2 个数，而第一行有 %3 个；请复制每行个数相同的数</translation>
    </message>
    <message>
        <source>more than %1 numbers; give them as weights in a file</source>
        <translation>超过 %1 个数；请以权重文件提供</translation>
    </message>
    <message>
        <source>there are no numbers; copy rows of as many numbers each</source>
        <translation>没有数字；请复制每行个数相同的数</translation>
    </message>
    <message>
        <source>%1 numbers where %2 are needed</source>
        <translation>有 %1 个数，而这里需要 %2 个</translation>
    </message>
    <message>
        <source>sequence %1, whose state is carried over: %2</source>
        <translation>第 %1 个序列（沿用其状态）：%2</translation>
    </message>
    <message>
        <source>an object with either &quot;text&quot; or &quot;base64&quot;</source>
        <translation>只含 &quot;text&quot; 和 &quot;base64&quot; 之一的对象</translation>
    </message>
    <message>
        <source>base64 with its padding</source>
        <translation>带填充符的 base64</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a safetensors file in base64</source>
        <translation>以 base64 编码的 safetensors 文件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2</source>
        <translation>&quot;%1&quot;：%2</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>base64 of at most 64 KiB</source>
        <translation>不超过 64 KiB 的 base64</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>has no content of %1; &quot;files.%2&quot; is needed</source>
        <translation>没有%1的内容；需要 &quot;files.%2&quot;</translation>
    </message>
    <message>
        <source>has not been read, so that it cannot be saved; open it again</source>
        <translation>尚未读取，因此无法保存；请重新打开</translation>
    </message>
    <message>
        <source>is too large for a document; one of at most 256 MiB is needed</source>
        <translation>太大，无法存入文档；不能超过 256 MiB</translation>
    </message>
    <message>
        <source>the document would be larger than 256 MiB; shorten its files, or begin the training anew</source>
        <translation>文档将超过 256 MiB；请缩短其中的文件，或重新开始训练</translation>
    </message>
    <message>
        <source>is larger than 256 MiB; a document is smaller</source>
        <translation>大于 256 MiB；文档不会这么大</translation>
    </message>
    <message>
        <source>the target has %1 values a step, which is more than a column; choose another target first</source>
        <translation>目标每步有 %1 个值，一列容不下；请先选择其他目标</translation>
    </message>
    <message>
        <source>the sequence has %1 columns; at most %2 can be drawn</source>
        <translation>序列有 %1 列；最多可绘制 %2 列</translation>
    </message>
    <message>
        <source>the only column is the target; add one for the input</source>
        <translation>唯一的一列是目标；请再添加一列作为输入</translation>
    </message>
    <message>
        <source>there is nothing to paste; copy a column of numbers first</source>
        <translation>没有可粘贴的内容；请先复制一列数字</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>there is no room for %1 more; at most %2 can be drawn</source>
        <translation>容不下再添 %1；最多可绘制 %2 步</translation>
    </message>
    <message>
        <source>one step has to stay; set it to zero instead</source>
        <translation>至少要留一步；可改为将它置零</translation>
    </message>
    <message>
        <source>a column needs a name; give it one, as x</source>
        <translation>列需要名称；请取一个，如 x</translation>
    </message>
    <message>
        <source>%1 has more than one line; a name has one</source>
        <translation>%1 有多行；名称只能有一行</translation>
    </message>
    <message>
        <source>%1 is the name of what separates sequences in a file; choose another</source>
        <translation>%1 是文件中用来分隔序列的列名；请另取一个</translation>
    </message>
    <message>
        <source>there is a column %1 already; choose another name</source>
        <translation>已有名为 %1 的列；请另取名称</translation>
    </message>
    <message>
        <source>there are %1 columns already, and no room for more; remove one first</source>
        <translation>已有 %1 列，无法再添加；请先删除一列</translation>
    </message>
    <message>
        <source>one column has to stay; fill it with zeros instead</source>
        <translation>至少要留一列；可改为用零填充</translation>
    </message>
    <message>
        <source>%1 do not fit from step %2 on; a drawing has at most %3</source>
        <translation>从第 %2 步起容不下 %1；绘制的序列最多有 %3 步</translation>
    </message>
    <message>
        <source>%1 do not fit from column %2 on; a drawing has at most %3</source>
        <translation>从第 %2 列起容不下 %1；绘制的序列最多有 %3 列</translation>
    </message>
    <message>
        <source>edit %1 names no value; %2</source>
        <translation>编辑项 %1 没有给出值；%2</translation>
    </message>
    <message>
        <source>the value of edit %1 is not a finite number; %2</source>
        <translation>编辑项 %1 的值不是有限的数；%2</translation>
    </message>
    <message>
        <source>edit %1 names nothing that a network has; %2</source>
        <translation>编辑项 %1 所指的内容网络中没有；%2</translation>
    </message>
    <message>
        <source>edit %1 is not understood; %2</source>
        <translation>无法理解编辑项 %1；%2</translation>
    </message>
    <message>
        <source>more than %1 numbers are edited; give them as weights in a file</source>
        <translation>编辑的数超过 %1 个；请以权重文件提供</translation>
    </message>
    <message>
        <source>&quot;training&quot; has no twin; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 没有对照；它必须出自同一文件中的配置</translation>
    </message>
    <message>
        <source>&quot;training&quot; has a twin; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 多了对照；它必须出自同一文件中的配置</translation>
    </message>
    <message>
        <source>&quot;training&quot; is of %1 networks, not %2; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 有 %1 个网络，而不是 %2 个；它必须出自同一文件中的配置</translation>
    </message>
    <message>
        <source>&quot;training&quot; has no target to learn from; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 没有可供学习的目标；它必须出自同一文件中的配置</translation>
    </message>
    <message>
        <source>&quot;training&quot; has a twin that stands elsewhere; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 中的对照处于另一次更新；它必须出自同一文件中的配置</translation>
    </message>
    <message>
        <source>&quot;training&quot; has a network beside it that stands elsewhere; it must be of the setup beside it</source>
        <translation>&quot;training&quot; 中并排的网络处于另一次更新；它必须出自同一文件中的配置</translation>
    </message>
    <message>
        <source>cannot make one step of %1 rows; 1 row or more is possible</source>
        <translation>无法把 %1 行合为一步；至少要 1 行</translation>
    </message>
    <message>
        <source>has %1 row, too few for a step of %2; resample fewer to one</source>
        <translation>只有 %1 行，不够 %2 行合为一步；请减少合为一步的行数</translation>
    </message>
    <message>
        <source>has %1 rows, too few for a step of %2; resample fewer to one</source>
        <translation>只有 %1 行，不够 %2 行合为一步；请减少合为一步的行数</translation>
    </message>
    <message>
        <source>has %1 step, %2 of which cannot be skipped; 0 to %3 are possible</source>
        <translation>有 %1 步，无法略过 %2 步；可略过 0 到 %3 步</translation>
    </message>
    <message>
        <source>has %1 steps, %2 of which cannot be skipped; 0 to %3 are possible</source>
        <translation>有 %1 步，无法略过 %2 步；可略过 0 到 %3 步</translation>
    </message>
    <message>
        <source>has one step, between which and the one before there is no difference; two are needed, or another scaling</source>
        <translation>只有一步，没有前一步可求差分；需要两步，或换用其他缩放</translation>
    </message>
    <message>
        <source>holds %1 sequence, so number %2 cannot be shown; 1 to %1 are possible</source>
        <translation>含有 %1 个序列，因此无法显示第 %2 个；可选 1 到 %1</translation>
    </message>
    <message>
        <source>holds %1 sequences, so number %2 cannot be shown; 1 to %1 are possible</source>
        <translation>含有 %1 个序列，因此无法显示第 %2 个；可选 1 到 %1</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; is not above 0 in row %2, so it has no logarithm there; choose another scaling than log-differences, or leave the column or these steps out</source>
        <translation>列“%1”在第 %2 行不大于 0，因此没有对数；请选择对数差分以外的缩放，或略去该列或这些步</translation>
    </message>
    <message>
        <source>column &apos;%1&apos; is not above 0 in the step of rows %2 to %3, so it has no logarithm there; choose another scaling than log-differences, or leave the column or these steps out</source>
        <translation>列“%1”在第 %2 到 %3 行合成的一步中不大于 0，因此没有对数；请选择对数差分以外的缩放，或略去该列或这些步</translation>
    </message>
    <message>
        <source>the prompt is no UTF-8 text</source>
        <translation>提示文本不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>the prompt has no word; give one, or leave the prompt out</source>
        <translation>提示文本中没有词；请给出一个，或留空</translation>
    </message>
    <message>
        <source>the prompt has %1, which the text does not; it is made of %2</source>
        <translation>提示文本中有 %1，而序列文本中没有；后者由这些组成：%2</translation>
    </message>
    <message>
        <source>only a network that is asked for the next value can go on by itself; choose that as the target, or generate 0 steps</source>
        <translation>只有预测下一个值的网络才能自行续写；请以下一个值为目标，或将生成步数设为 0</translation>
    </message>
    <message>
        <source>a network that goes on by itself must answer at every step; change the read-out, or generate 0 steps</source>
        <translation>自行续写的网络必须每一步都有输出；请更改读出，或将生成步数设为 0</translation>
    </message>
    <message>
        <source>a network that goes on by itself must run in one direction; change that, or generate 0 steps</source>
        <translation>自行续写的网络必须是单向的；请改为单向，或将生成步数设为 0</translation>
    </message>
    <message>
        <source>a text goes on by probabilities; choose cross-entropy as the loss, or generate 0 steps</source>
        <translation>文本按概率续写；请选择交叉熵损失，或将生成步数设为 0</translation>
    </message>
    <message>
        <source>the class that a network answers cannot stand in for a scaled column; set scaling to none, or generate 0 steps</source>
        <translation>网络输出的类别不能充当缩放过的列；请将缩放设为“无”，或将生成步数设为 0</translation>
    </message>
    <message>
        <source>the read-out of %1 values cannot stand in for the input of %2; make them equal, or generate 0 steps</source>
        <translation>%1 个值的读出不能充当 %2 个值的输入；请使二者相等，或将生成步数设为 0</translation>
    </message>
    <message>
        <source>the temperature must be a number, 0 or more</source>
        <translation>温度必须是不小于 0 的数</translation>
    </message>
    <message>
        <source>the number of steps to generate must be 0 or more</source>
        <translation>生成步数必须不小于 0</translation>
    </message>
    <message>
        <source>a prompt begins a text, but this sequence is of numbers and goes on itself; leave the prompt out</source>
        <translation>提示文本是文本的开头，而这个序列由数组成，由它自身续写；请将提示文本留空</translation>
    </message>
    <message>
        <source>to generate %1 steps would take over 4 GB; generate fewer, or use fewer units</source>
        <translation>生成 %1 步需要超过 4 GB；请减少步数或单元数</translation>
    </message>
    <message>
        <source>hold %1 names no value; %2</source>
        <translation>固定项 %1 没有给出值；%2</translation>
    </message>
    <message>
        <source>the value of hold %1 is not a finite number; %2</source>
        <translation>固定项 %1 的值不是有限的数；%2</translation>
    </message>
    <message>
        <source>hold %1 is not understood; %2</source>
        <translation>无法理解固定项 %1；%2</translation>
    </message>
    <message>
        <source>more than %1 quantities are held; hold all units at once</source>
        <translation>固定的量超过 %1 个；请一次固定所有单元</translation>
    </message>
    <message>
        <source>hold %1: there is no such quantity; of this cell %2 can be held</source>
        <translation>固定项 %1：没有这个量；这个细胞可以固定的有 %2</translation>
    </message>
    <message>
        <source>hold %1: there are only %2 units; hold one of them</source>
        <translation>固定项 %1：只有 %2 个单元；请固定其中之一</translation>
    </message>
    <message>
        <source>hold %1: there is no such layer or direction; layers count from 0</source>
        <translation>固定项 %1：没有这一层或这个方向；层从 0 数起</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>the input scale is 0, so the network sees zeros whatever the input is; choose another scale first</source>
        <translation>输入缩放为 0，无论输入是什么，网络看到的都是零；请先选择其他缩放</translation>
    </message>
    <message>
        <source>%1 cannot be had with an input scale of %2; write a finite number</source>
        <translation>输入缩放为 %2 时得不到 %1；请输入有限的数</translation>
    </message>
    <message>
        <source>there is no number; write one, as 0.5</source>
        <translation>没有数字；请输入一个数，如 0.5</translation>
    </message>
    <message>
        <source>%1 is not a finite number; write one, as 0.5</source>
        <translation>%1 不是有限的数；请输入如 0.5 的数</translation>
    </message>
    <message>
        <source>there is no number to paste; copy a column of numbers first</source>
        <translation>没有可粘贴的数字；请先复制一列数字</translation>
    </message>
    <message>
        <source>line %1 holds %2, but a step has %3; a line a step, a column an input is needed</source>
        <translation>第 %1 行有 %2，而每步有 %3；应每步一行，每个输入一列</translation>
    </message>
    <message>
        <source>%1 do not fit from t = %2 on, where 1 step is left; paste fewer, or earlier</source>
        <translation>从 t = %2 起容不下 %1，那里只剩 1 步；请少粘贴一些，或从更早处粘贴</translation>
    </message>
    <message>
        <source>%1 do not fit from t = %2 on, where %3 steps are left; paste fewer, or earlier</source>
        <translation>从 t = %2 起容不下 %1，那里只剩 %3 步；请少粘贴一些，或从更早处粘贴</translation>
    </message>
    <message>
        <source>forward, loss, backward, clip or update</source>
        <translation>阶段名 forward、loss、backward、clip 或 update</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>取值 true 或 false</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2 is needed</source>
        <translation>&quot;%1&quot;：需要%2</translation>
    </message>
    <message>
        <source>is nested more than 16 deep; %1 is one JSON object</source>
        <translation>嵌套超过 16 层；%1应是一个 JSON 对象</translation>
    </message>
    <message>
        <source>holds more than %1 values; %2 has far fewer</source>
        <translation>含有超过 %1 个值；%2远没有这么多</translation>
    </message>
    <message>
        <source>is not JSON from here on; a comma, a quote or a bracket may be missing or too many just before, and %1 is one JSON object</source>
        <translation>从这里起不是 JSON；可能前面缺少或多出了逗号、引号或括号，而%1应是一个 JSON 对象</translation>
    </message>
    <message>
        <source>holds a number that no double can hold; %1 is one JSON object</source>
        <translation>含有双精度数无法表示的数；%1应是一个 JSON 对象</translation>
    </message>
    <message>
        <source>is not %1; an object with &quot;format&quot;: &quot;%2&quot; is needed</source>
        <translation>不是%1；需要含有 &quot;format&quot;: &quot;%2&quot; 的对象</translation>
    </message>
    <message>
        <source>has no version; &quot;version&quot;: %1 is needed</source>
        <translation>没有版本；需要 &quot;version&quot;: %1</translation>
    </message>
    <message>
        <source>is of version %1; this program reads up to version %2, so a newer RNNScope is needed</source>
        <translation>版本为 %1；此程序最高读取版本 %2，因此需要更新的 RNNScope</translation>
    </message>
    <message>
        <source>%1: unknown field &quot;%2&quot; is left out</source>
        <translation>%1：已略去未知字段 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>lanes cannot differ in %1; they can in %2</source>
        <translation>并排的网络不能在 %1 上不同；可以不同的有 %2</translation>
    </message>
    <message>
        <source>lane choice %1: %2</source>
        <translation>并排网络的选项 %1：%2</translation>
    </message>
    <message>
        <source>a quotation mark among the lanes is not closed; write hold=&quot;f=1,h=0&quot;</source>
        <translation>并排的网络中有引号没有闭合；请写成 hold=&quot;f=1,h=0&quot;</translation>
    </message>
    <message>
        <source>the network itself (*) stands among the lanes twice; once is enough</source>
        <translation>并排的网络中出现了两次本网络 *；一次即可</translation>
    </message>
    <message>
        <source>a lane says nothing of what it differs in; %1</source>
        <translation>有一个并排的网络没有说明哪里不同；%1</translation>
    </message>
    <message>
        <source>a lane chooses %1 twice; once is enough</source>
        <translation>一个并排的网络给出了两次 %1；一次即可</translation>
    </message>
    <message>
        <source>the network itself (*) is compared with nothing; %1</source>
        <translation>本网络 * 没有可对比的网络；%1</translation>
    </message>
    <message>
        <source>%1 networks are too many to compare; %2 fit side by side</source>
        <translation>%1 个网络太多，无法对比；最多并排 %2 个</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 networks fit side by side; take one away first</source>
        <translation>最多并排 %1 个网络；请先去掉一个</translation>
    </message>
    <message>
        <source>no sequence is given; name a file or a built-in task</source>
        <translation>没有给出序列；请指定文件或内置任务</translation>
    </message>
    <message>
        <source>a network that is given its own answers must answer at every step and run in one direction; set teacher forcing to 1, or change that</source>
        <translation>以自己的输出为输入的网络必须单向，而且每一步都有输出；请将教师强制设为 1，或更改这些</translation>
    </message>
    <message>
        <source>only a network that foresees the next value can be given its own answers; set teacher forcing to 1, or the target to the next value</source>
        <translation>只有预测下一个值的网络才能以自己的输出为输入；请将教师强制设为 1，或以下一个值为目标</translation>
    </message>
    <message>
        <source>the class that a network answers cannot stand in for a scaled column; set teacher forcing to 1, or scaling to none</source>
        <translation>网络输出的类别不能充当缩放过的列；请将教师强制设为 1，或将缩放设为“无”</translation>
    </message>
    <message>
        <source>the read-out of %1 values cannot stand in for the input of %2; set teacher forcing to 1</source>
        <translation>%1 个值的读出不能充当 %2 个值的输入；请将教师强制设为 1</translation>
    </message>
    <message>
        <source>%1 has %2 dimensions; a sequence has shape (T,) or (T, I)</source>
        <translation>%1有 %2 维；序列的形状应为（T,）或（T, I）</translation>
    </message>
    <message>
        <source>%1 is empty; a sequence needs at least one row and one column</source>
        <translation>%1是空的；序列至少需要一行一列</translation>
    </message>
    <message>
        <source>%1 has %2 rows where %3 has %4; pick columns of one length</source>
        <translation>%1有 %2 行，而%3有 %4 行；请选择长度相同的列</translation>
    </message>
    <message>
        <source>row %1, column %2 is NaN; give a number, or have missing values dropped or interpolated</source>
        <translation>第 %1 行、列 %2 的值是 NaN；请给出数字，或选择略去缺失值或对其插值</translation>
    </message>
    <message>
        <source>row %1, column %2 is infinite; give a number, or have missing values dropped or interpolated</source>
        <translation>第 %1 行、列 %2 的值是无穷大；请给出数字，或选择略去缺失值或对其插值</translation>
    </message>
    <message>
        <source>column %1 separates sequences, but not all of it is finite; every row needs its sequence&apos;s number</source>
        <translation>列%1用于区分序列，但其中有的值不是有限的；每行都需要其序列的编号</translation>
    </message>
    <message>
        <source>column %1 has the same name as column %2, %3; every column needs a name of its own</source>
        <translation>第 %1 列与第 %2 列同名，都是%3；各列的名称不能相同</translation>
    </message>
    <message>
        <source>there is no column %1 to separate sequences by; there are %2</source>
        <translation>没有可用于区分序列的列%1；现有的列是 %2</translation>
    </message>
    <message>
        <source>the file has no column of values; one beside %1 is needed</source>
        <translation>文件中没有数值列；除%1之外还需要一列</translation>
    </message>
    <message>
        <source>there is no column %1; there are %2</source>
        <translation>没有列%1；现有的列是 %2</translation>
    </message>
    <message>
        <source>the column that separates sequences cannot be picked as values: %1; there are %2</source>
        <translation>区分序列的列不能选作数值：%1；可选的列是 %2</translation>
    </message>
    <message>
        <source>column %1 is picked twice; pick each once of %2</source>
        <translation>列%1选了两次；每列请只选一次，可选的列是 %2</translation>
    </message>
    <message>
        <source>every row has a missing value, so none is left when such rows are dropped; interpolate instead, or pick columns without missing values</source>
        <translation>每行都有缺失值，略去这些行后什么也不剩；请改用插值，或选择没有缺失值的列</translation>
    </message>
    <message>
        <source>column %1 has no number at all; pick other columns</source>
        <translation>列%1中没有任何数字；请选择其他列</translation>
    </message>
    <message>
        <source>column %1 has no number in sequence %2, so there is nothing to interpolate from; drop rows with missing values, or pick other columns</source>
        <translation>列%1在第 %2 个序列中没有数字，因此无从插值；请略去有缺失值的行，或选择其他列</translation>
    </message>
    <message>
        <source>there is a header but no data; at least one row of numbers is needed</source>
        <translation>只有标题行而没有数据；至少需要一行数字</translation>
    </message>
    <message>
        <source>the table is too large; at most 134217728 numbers (1 GiB) can be read, so pick fewer columns</source>
        <translation>表格太大；最多可读取 134217728 个数（1 GiB），请少选几列</translation>
    </message>
    <message>
        <source>the line is empty; remove it, or have missing values dropped or interpolated</source>
        <translation>此行是空的；请删除它，或选择略去缺失值或对其插值</translation>
    </message>
    <message>
        <source>%1 cell</source>
        <translation>%1 个单元格</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 个单元格</translation>
    </message>
    <message>
        <source>the row has %1 where the header has %2; every row needs %2</source>
        <translation>此行有 %1，而标题行有 %2 个；每行都需要 %2 个</translation>
    </message>
    <message>
        <source>the row has %1 where the first row has %2; every row needs %2</source>
        <translation>此行有 %1，而第一行有 %2 个；每行都需要 %2 个</translation>
    </message>
    <message>
        <source>the sequence column is empty here; every row needs its sequence&apos;s number or name</source>
        <translation>序列列在此处是空的；每行都需要其序列的编号或名称</translation>
    </message>
    <message>
        <source>%1 is beyond the largest double, 1.8e308; scale the column</source>
        <translation>%1超出了双精度数的最大值 1.8e308；请缩放该列</translation>
    </message>
    <message>
        <source>the cell is empty; give a number, or have missing values dropped or interpolated</source>
        <translation>单元格是空的；请给出数字，或选择略去缺失值或对其插值</translation>
    </message>
    <message>
        <source>%1 stands for a missing value; give a number, or have missing values dropped or interpolated</source>
        <translation>%1表示缺失值；请给出数字，或选择略去缺失值或对其插值</translation>
    </message>
    <message>
        <source>%1 is not a number, nor is anything in column %2; pick the columns to read without it</source>
        <translation>%1不是数字，列%2中也没有任何数字；请在选择要读取的列时去掉它</translation>
    </message>
    <message>
        <source>%1 is not a number; one such as 1,5 or -2e3 is needed</source>
        <translation>%1不是数字；需要如 1,5 或 -2e3 的数字</translation>
    </message>
    <message>
        <source>%1 is not a number; one such as 1.5 or -2e3 is needed</source>
        <translation>%1不是数字；需要如 1.5 或 -2e3 的数字</translation>
    </message>
    <message>
        <source>the file is empty; it needs at least one row of numbers</source>
        <translation>文件是空的；至少需要一行数字</translation>
    </message>
    <message>
        <source>the file holds comments only; it needs at least one row of numbers</source>
        <translation>文件中只有注释；至少需要一行数字</translation>
    </message>
    <message>
        <source>the quote that opens this cell is never closed; end the cell with &quot;</source>
        <translation>此单元格开头的引号没有闭合；请以 &quot; 结束该单元格</translation>
    </message>
    <message>
        <source>there is text after the closing quote; a quote inside a quoted cell is written twice (&quot;&quot;)</source>
        <translation>右引号之后还有文本；带引号的单元格中，引号要写两次（&quot;&quot;）</translation>
    </message>
    <message>
        <source>the row has more than %1 cells; check the delimiter</source>
        <translation>此行超过 %1 个单元格；请检查分隔符</translation>
    </message>
    <message>
        <source>there is a NUL byte here, so this is a binary file, or UTF-16 that cannot be recognised; only text can be read, of encoding %1</source>
        <translation>此处有 NUL 字节，因此这是二进制文件，或无法识别的 UTF-16；只能读取文本，编码可为 %1</translation>
    </message>
    <message>
        <source>byte %1 is not UTF-8 although most of the text is: the file mixes encodings; save all of it as UTF-8</source>
        <translation>字节%1不是 UTF-8，而大部分文本是：文件混用了多种编码；请全部保存为 UTF-8</translation>
    </message>
    <message>
        <source>byte %1 is not UTF-8; save the file as UTF-8, or choose another encoding: %2</source>
        <translation>字节%1不是 UTF-8；请将文件保存为 UTF-8，或选择其他编码：%2</translation>
    </message>
    <message>
        <source>byte %1 is not UTF-8; save the file as UTF-8, or choose its encoding: %2</source>
        <translation>字节%1不是 UTF-8；请将文件保存为 UTF-8，或选择它的编码：%2</translation>
    </message>
    <message>
        <source>%1 (%2 is likely)</source>
        <translation>%1（可能是 %2）</translation>
    </message>
    <message>
        <source>this system cannot convert %1; save the file as UTF-8</source>
        <translation>此系统无法转换 %1；请将文件保存为 UTF-8</translation>
    </message>
    <message>
        <source>byte %1 is not %2; choose another encoding: %3, or leave it to be recognised</source>
        <translation>字节%1不是 %2；请选择其他编码：%3，或让程序自动识别</translation>
    </message>
    <message>
        <source>the file begins with the byte order mark of %1, so it is not %2; leave the encoding to be recognised</source>
        <translation>文件以 %1 的字节顺序标记开头，因此不是 %2；请让程序自动识别编码</translation>
    </message>
    <message>
        <source>there is binary data here</source>
        <translation>此处有二进制数据</translation>
    </message>
    <message>
        <source>there is an object here; %1</source>
        <translation>此处有一个对象；%1</translation>
    </message>
    <message>
        <source>column %1 is there twice; every column needs a name of its own</source>
        <translation>列%1出现了两次；各列的名称不能相同</translation>
    </message>
    <message>
        <source>there is a row here after single numbers; %1</source>
        <translation>前面是单个数字，此处却是一行；%1</translation>
    </message>
    <message>
        <source>arrays are nested too deeply; %1</source>
        <translation>数组嵌套过深；%1</translation>
    </message>
    <message>
        <source>the row is empty; every row needs at least one number</source>
        <translation>此行是空的；每行至少需要一个数字</translation>
    </message>
    <message>
        <source>%1 is beyond the largest double, 1.8e308; scale the numbers</source>
        <translation>%1超出了双精度数的最大值 1.8e308；请缩放这些数</translation>
    </message>
    <message>
        <source>the JSON ends too early; close every bracket and quote</source>
        <translation>JSON 过早结束；请补全所有括号和引号</translation>
    </message>
    <message>
        <source>%1 is no JSON; write null for a missing value</source>
        <translation>%1不是 JSON；缺失值请写成 null</translation>
    </message>
    <message>
        <source>this is not JSON: %1 cannot stand here; %2</source>
        <translation>这不是 JSON：此处不能出现%1；%2</translation>
    </message>
    <message>
        <source>row %1 has %2 numbers where the first has %3; every row needs %3</source>
        <translation>第 %1 行有 %2 个数，而第一行有 %3 个；每行都需要 %3 个</translation>
    </message>
    <message>
        <source>there is a single value here; %1</source>
        <translation>此处是单个值；%1</translation>
    </message>
    <message>
        <source>there is a single value here after rows; %1</source>
        <translation>前面是行，此处却是单个值；%1</translation>
    </message>
    <message>
        <source>the row has more than %1 numbers; a row is one time step</source>
        <translation>此行超过 %1 个数；一行是一个时间步</translation>
    </message>
    <message>
        <source>row %1 has more numbers than the first, which has %2; every row needs as many</source>
        <translation>第 %1 行的数比第一行多，第一行有 %2 个；每行需要一样多</translation>
    </message>
    <message>
        <source>the file holds more than 134217728 numbers, the most that is read; give a shorter one</source>
        <translation>文件中的数超过可读取的上限 134217728 个；请换用更短的文件</translation>
    </message>
    <message>
        <source>%1 names no sequence; give a number or a text</source>
        <translation>%1 不能表示序列；请给出数字或文本</translation>
    </message>
    <message>
        <source>the file holds no numbers; %1</source>
        <translation>文件中没有数字；%1</translation>
    </message>
    <message>
        <source>column %1 has %2 values where column %3 has %4; all columns need equally many</source>
        <translation>列%1有 %2 个值，而列%3有 %4 个；各列需要一样多</translation>
    </message>
    <message>
        <source>the file is empty; %1</source>
        <translation>文件是空的；%1</translation>
    </message>
    <message>
        <source>there are more than %1 columns; rows are time steps, so a long sequence stands upright</source>
        <translation>超过 %1 列；每行是一个时间步，因此长序列应当竖放</translation>
    </message>
    <message>
        <source>the archive holds no arrays; one of shape (T,) or (T, I) is needed</source>
        <translation>压缩包中没有数组；需要一个形状为（T,）或（T, I）的数组</translation>
    </message>
    <message>
        <source>there is no such file; check its name and folder</source>
        <translation>没有这个文件；请检查其名称和所在文件夹</translation>
    </message>
    <message>
        <source>the file may not be read; ask for permission to read it</source>
        <translation>没有权限读取此文件；请获取读取权限</translation>
    </message>
    <message>
        <source>the file cannot be read: %1; try a copy of it</source>
        <translation>无法读取文件：%1；请试用它的副本</translation>
    </message>
    <message>
        <source>the file is larger than %1, the most that is read; give a shorter one</source>
        <translation>文件大于 %1，超过了可读取的上限；请换用更短的文件</translation>
    </message>
    <message>
        <source>%1 (read as CSV, as the file&apos;s extension says nothing; known are %2)</source>
        <translation>%1（扩展名无法说明文件类型，已按 CSV 读取；已知的扩展名有 %2）</translation>
    </message>
    <message>
        <source>the text has %1 words or more, %2 different ones; length times different words may be at most %3</source>
        <translation>文本有 %1 个或更多的词，其中不同的有 %2 个；长度乘以不同词的个数最多为 %3</translation>
    </message>
    <message>
        <source>the text has %1 characters or more, %2 different ones; length times different characters may be at most %3</source>
        <translation>文本有 %1 个或更多的字符，其中不同的有 %2 个；长度乘以不同字符的个数最多为 %3</translation>
    </message>
    <message>
        <source>a text has no columns to pick; every word becomes one time step</source>
        <translation>文本没有可选的列；每个词成为一个时间步</translation>
    </message>
    <message>
        <source>a text has no columns to pick; every character becomes one time step</source>
        <translation>文本没有可选的列；每个字符成为一个时间步</translation>
    </message>
    <message>
        <source>a text has no column that separates sequences; it is one sequence</source>
        <translation>文本没有区分序列的列；它是一个序列</translation>
    </message>
    <message>
        <source>the text is empty; it needs at least one word</source>
        <translation>文本是空的；至少需要一个词</translation>
    </message>
    <message>
        <source>the text is empty; it needs at least one character</source>
        <translation>文本是空的；至少需要一个字符</translation>
    </message>
    <message>
        <source>line %1:%2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>there is no task &apos;%1&apos;; there are %2</source>
        <translation>没有任务“%1”；可用的有 %2</translation>
    </message>
    <message>
        <source>task %1 cannot have %2 steps; %3 to %4 are possible</source>
        <translation>任务 %1 不能有 %2 步；可选 %3 到 %4 步</translation>
    </message>
    <message>
        <source>has no column &apos;%1&apos;; there are %2</source>
        <translation>没有列“%1”；现有的列是 %2</translation>
    </message>
    <message>
        <source>the target at step %1 is no class number; cross-entropy needs whole numbers from 0 to %2</source>
        <translation>第 %1 步的目标不是类别编号；交叉熵需要 0 到 %2 的整数</translation>
    </message>
    <message>
        <source>the target is neither one class number nor one-hot (a single 1 among zeros), which cross-entropy needs</source>
        <translation>目标既不是一个类别编号，也不是独热向量（只有一个 1，其余为 0），而交叉熵需要其中之一</translation>
    </message>
    <message>
        <source>cannot give %1 steps; 1 to %2 are possible</source>
        <translation>无法给出 %1 步；可选 1 到 %2 步</translation>
    </message>
    <message>
        <source>is left with %1 steps where the input has %2 steps</source>
        <translation>剩下 %1 步，而输入有 %2 步</translation>
    </message>
    <message>
        <source>has %1 rows where the input has %2 steps</source>
        <translation>有 %1 行，而输入有 %2 步</translation>
    </message>
    <message>
        <source>%1; a target a step is needed, or a single row</source>
        <translation>%1；每步需要一个目标，或总共只有一行</translation>
    </message>
    <message>
        <source>%1; a target a step is needed</source>
        <translation>%1；每步需要一个目标</translation>
    </message>
    <message>
        <source>%1; as many are needed</source>
        <translation>%1；两者需要一样多</translation>
    </message>
    <message>
        <source>has one step, which has no next value; two are needed, or another target</source>
        <translation>只有一步，没有下一个值；需要两步，或换用其他目标</translation>
    </message>
    <message>
        <source>a file sets no task of its own; the target must be the next value, a column, a file or none</source>
        <translation>文件没有自带的任务；目标只能是下一个值、一列、一个文件或无</translation>
    </message>
    <message>
        <source>task %1 has no columns to choose a target from; leave the target out, or use &apos;next&apos; or &apos;none&apos;</source>
        <translation>任务 %1 没有可选作目标的列；请不指定目标，或使用“next”或“none”</translation>
    </message>
    <message>
        <source>has no column &apos;%1&apos; for the target; there are %2</source>
        <translation>没有可作目标的列“%1”；现有的列是 %2</translation>
    </message>
    <message>
        <source>task %1 asks for numbers, cross-entropy for classes; use mean squared error</source>
        <translation>任务 %1 要求的是数值，交叉熵要求的是类别；请使用均方误差</translation>
    </message>
    <message>
        <source>a script of more than a million numbers would be unwieldy; use fewer units, fewer or shorter sequences</source>
        <translation>超过一百万个数的脚本太难处理；请减少单元数，或减少、缩短序列</translation>
    </message>
    <message>
        <source>a generated sequence has no loss and no gradient to print; go back to the sequence</source>
        <translation>生成的序列没有可打印的损失和梯度；请返回原序列</translation>
    </message>
    <message>
        <source>there is no loss and no gradient to print without a target; give one, as next</source>
        <translation>没有目标就没有可打印的损失和梯度；请给出目标，如下一个值</translation>
    </message>
    <message>
        <source>a file name is needed</source>
        <translation>需要文件名</translation>
    </message>
    <message>
        <source>a column&apos;s name is missing; write A,B</source>
        <translation>缺少列名；请写成 A,B</translation>
    </message>
    <message>
        <source>a target is needed: next, FILE, column:NAME or none</source>
        <translation>需要目标：next、FILE、column:NAME 或 none</translation>
    </message>
    <message>
        <source>a column&apos;s name is needed, or none</source>
        <translation>需要列名，或 none</translation>
    </message>
    <message>
        <source>sequences are counted from 1</source>
        <translation>序列从 1 开始编号</translation>
    </message>
    <message>
        <source>a list of names or numbers is needed</source>
        <translation>需要由名称或数字组成的列表</translation>
    </message>
    <message>
        <source>a text or a number is needed</source>
        <translation>需要文本或数字</translation>
    </message>
    <message>
        <source>&quot;task&quot; and &quot;input&quot; contradict each other; leave one of them out</source>
        <translation>&quot;task&quot; 与 &quot;input&quot; 相互矛盾；请去掉其中一个</translation>
    </message>
    <message>
        <source>names no sequence; a &quot;task&quot; or an &quot;input&quot; is needed</source>
        <translation>没有指定序列；需要 &quot;task&quot; 或 &quot;input&quot;</translation>
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
        <translation>学习率必须是大于 0 的数</translation>
    </message>
    <message>
        <source>%1 updates are too few; 1 to %2 are possible</source>
        <translation>更新次数 %1 太少；可为 1 到 %2</translation>
    </message>
    <message>
        <source>%1 updates are too many; 1 to %2 are possible</source>
        <translation>更新次数 %1 太多；可为 1 到 %2</translation>
    </message>
    <message>
        <source>%1 sequences an update are too few; 1 to %2 are possible</source>
        <translation>每次更新的序列数 %1 太少；可为 1 到 %2</translation>
    </message>
    <message>
        <source>%1 sequences an update are too many; 1 to %2 are possible</source>
        <translation>每次更新的序列数 %1 太多；可为 1 到 %2</translation>
    </message>
    <message>
        <source>sequence %1 of a task is too far; 1 to %2 can be shown</source>
        <translation>任务的第 %1 个序列太靠后；可显示第 1 到 %2 个</translation>
    </message>
    <message>
        <source>the window of truncated BPTT must be 1 step or more</source>
        <translation>截断 BPTT 的窗口必须至少为 1 步</translation>
    </message>
    <message>
        <source>the share of teacher forcing must lie between 0 and 1</source>
        <translation>教师强制的比例必须在 0 与 1 之间</translation>
    </message>
    <message>
        <source>the hidden size is %1; 1 to %2 are possible</source>
        <translation>隐藏单元数为 %1；可为 1 到 %2</translation>
    </message>
    <message>
        <source>%1 layers are too few; 1 to %2 are possible</source>
        <translation>层数 %1 太少；可为 1 到 %2</translation>
    </message>
    <message>
        <source>%1 layers are too many; 1 to %2 are possible</source>
        <translation>层数 %1 太多；可为 1 到 %2</translation>
    </message>
    <message>
        <source>the spectral radius must not be negative</source>
        <translation>谱半径不能为负</translation>
    </message>
    <message>
        <source>the clipping threshold must be a number above 0</source>
        <translation>裁剪阈值必须是大于 0 的数</translation>
    </message>
    <message>
        <source>the input&apos;s scale must be a finite number</source>
        <translation>输入缩放必须是有限的数</translation>
    </message>
    <message>
        <source>there is no cell &apos;%1&apos;; there are %2</source>
        <translation>没有细胞“%1”；可用的有 %2</translation>
    </message>
    <message>
        <source>there is no such choice</source>
        <translation>没有这个选项</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; is a projection of the hidden state; only networks without proj_size can be shown</source>
        <translation>张量“%1”是隐藏状态的投影；只能显示没有 proj_size 的网络</translation>
    </message>
    <message>
        <source>holds two recurrent modules, &apos;%1&apos; and &apos;%2&apos;; one is needed</source>
        <translation>含有两个循环模块“%1”和“%2”；需要一个</translation>
    </message>
    <message>
        <source>holds no tensors weight_ih_l0 and weight_hh_l0; the weights of a PyTorch RNN, LSTM or GRU are needed</source>
        <translation>没有张量 weight_ih_l0 和 weight_hh_l0；需要 PyTorch 的 RNN、LSTM 或 GRU 的权重</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; has shape %2 and &apos;%3&apos; %4; (gates x hidden, hidden) and (gates x hidden, input) are needed</source>
        <translation>张量“%1”的形状为 %2，“%3”为 %4；需要（gates x hidden, hidden）和（gates x hidden, input）</translation>
    </message>
    <message>
        <source>its metadata says that it is of cell %1, which has %2, but &apos;%3&apos; has %4; save the weights again with the right one, or without</source>
        <translation>其元数据注明的细胞为 %1，应有 %2，而“%3”的行块数为 %4；请注明正确的细胞或不注明，再重新保存权重</translation>
    </message>
    <message>
        <source>%1 blocks of rows</source>
        <translation>%1 个行块</translation>
    </message>
    <message>
        <source>%1 blocks of rows and weight_ch</source>
        <translation>%1 个行块和 weight_ch</translation>
    </message>
    <message>
        <source>%1 and a weight_ch beside it</source>
        <translation>%1，另有 weight_ch</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; has %2 times as many rows as columns; 1 (rnn), 2 (ugrnn), 3 (gru) or 4 (lstm) are known</source>
        <translation>张量“%1”的行数是列数的 %2 倍；已知的有 1 倍（rnn）、2 倍（ugrnn）、3 倍（gru）和 4 倍（lstm）</translation>
    </message>
    <message>
        <source>both &apos;%1&apos; and &apos;%2&apos; could be the read-out; one that reads the last layer&apos;s %3 values is needed</source>
        <translation>“%1”和“%2”都可能是读出层；需要唯一一个读取最后一层 %3 个值的张量</translation>
    </message>
    <message>
        <source>holds %1 layers of %2 units; at most 64 layers of 4096 units can be shown</source>
        <translation>含有 %1 层，每层 %2 个单元；最多可显示 64 层，每层 4096 个单元</translation>
    </message>
    <message>
        <source>has no tensor &apos;%1&apos;, though other layers and directions call for it</source>
        <translation>没有张量“%1”，而其他层和方向要求有它</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; has shape %2; beside the others it would be %3</source>
        <translation>张量“%1”的形状为 %2；与其他张量相配应为 %3</translation>
    </message>
    <message>
        <source>read-out &apos;%1&apos; has shape %2; beside the recurrent layers it would be %3</source>
        <translation>读出层“%1”的形状为 %2；与循环层相配应为 %3</translation>
    </message>
    <message>
        <source>&quot;training&quot; %1; it must be of the setup beside it</source>
        <translation>&quot;training&quot;：%1；它必须与同一文件中的配置相符</translation>
    </message>
    <message>
        <source>has no tensor &apos;%1&apos;</source>
        <translation>没有张量“%1”</translation>
    </message>
    <message>
        <source>has a tensor &apos;%1&apos; of another shape</source>
        <translation>张量“%1”的形状不符</translation>
    </message>
    <message>
        <source>has no history of four columns</source>
        <translation>没有含四列的历史记录</translation>
    </message>
    <message>
        <source>knows %1 updates but has %2 passes</source>
        <translation>记有 %1 次更新，却有 %2 轮传播</translation>
    </message>
    <message>
        <source>has numbers of updates that contradict each other</source>
        <translation>各个更新次数相互矛盾</translation>
    </message>
    <message>
        <source>its header is no JSON object; save the weights again</source>
        <translation>其文件头不是 JSON 对象；请重新保存权重</translation>
    </message>
    <message>
        <source>its header is nested too deeply; save the weights again</source>
        <translation>其文件头嵌套过深；请重新保存权重</translation>
    </message>
    <message>
        <source>its header is not valid JSON; save the weights again</source>
        <translation>其文件头不是有效的 JSON；请重新保存权重</translation>
    </message>
    <message>
        <source>its header has %1 twice; every tensor needs a name of its own</source>
        <translation>其文件头中%1出现了两次；各张量的名称不能相同</translation>
    </message>
    <message>
        <source>is described by no JSON object; dtype, shape and data_offsets are needed</source>
        <translation>没有用 JSON 对象描述；需要 dtype、shape 和 data_offsets</translation>
    </message>
    <message>
        <source>has no %1; dtype, shape and data_offsets are needed</source>
        <translation>没有 %1；需要 dtype、shape 和 data_offsets</translation>
    </message>
    <message>
        <source>is of type %1; only F64, F32, F16 and BF16 can be read</source>
        <translation>类型为%1；只能读取 F64、F32、F16 和 BF16</translation>
    </message>
    <message>
        <source>is of whole numbers (%1), as of a quantised network; F64, F32, F16 or BF16 would be right</source>
        <translation>由整数（%1）组成，像是量化过的网络；应为 F64、F32、F16 或 BF16</translation>
    </message>
    <message>
        <source>has a shape that is no list of whole numbers from 0</source>
        <translation>形状不是由不小于 0 的整数组成的列表</translation>
    </message>
    <message>
        <source>has a shape that is too large; at most 134217728 numbers can be read</source>
        <translation>形状太大；最多可读取 134217728 个数</translation>
    </message>
    <message>
        <source>has data_offsets that are no pair of a begin and an end</source>
        <translation>data_offsets 不是由起点和终点组成的一对数</translation>
    </message>
    <message>
        <source>takes %1 bytes by its data_offsets; by its shape and type they should be %2</source>
        <translation>按 data_offsets 占 %1 字节；按形状和类型应为 %2 字节</translation>
    </message>
    <message>
        <source>tensor %1 ends at byte %2 of the data, of which there are %3; the file is cut short or damaged</source>
        <translation>张量%1结束于数据的第 %2 字节，而数据只有 %3 字节；文件被截断或已损坏</translation>
    </message>
    <message>
        <source>tensor %1 overlaps the one before it: it begins at byte %2; byte %3 would be right</source>
        <translation>张量%1与前一个重叠：它从第 %2 字节开始；应从第 %3 字节开始</translation>
    </message>
    <message>
        <source>tensor %1 leaves a gap before it: it begins at byte %2; byte %3 would be right</source>
        <translation>张量%1之前有空隙：它从第 %2 字节开始；应从第 %3 字节开始</translation>
    </message>
    <message>
        <source>the file holds %1 bytes of data; its tensors need %2</source>
        <translation>文件中有 %1 字节数据；其中的张量需要 %2 字节</translation>
    </message>
    <message>
        <source>its __metadata__ is no object of texts; save the weights again</source>
        <translation>其 __metadata__ 不是由文本组成的对象；请重新保存权重</translation>
    </message>
    <message>
        <source>tensor %1 %2</source>
        <translation>张量%1：%2</translation>
    </message>
    <message>
        <source>the tensors hold more than 134217728 numbers, the most that is read; give smaller weights</source>
        <translation>各张量的数合计超过可读取的上限 134217728 个；请换用更小的权重</translation>
    </message>
    <message>
        <source>the file is too short for safetensors; its first 8 bytes would give the length of a header</source>
        <translation>文件太短，不是 safetensors；其前 8 字节应为文件头的长度</translation>
    </message>
    <message>
        <source>its header claims %1 bytes; at most 100000000 would be right, so this may be no safetensors file</source>
        <translation>其文件头自称有 %1 字节；最多应为 100000000，因此这可能不是 safetensors 文件</translation>
    </message>
    <message>
        <source>the file is cut short within its header of %1 bytes; save the weights again</source>
        <translation>文件在 %1 字节的文件头处就被截断；请重新保存权重</translation>
    </message>
    <message>
        <source>nothing is chosen to be drawn; choose one panel or more</source>
        <translation>没有选择要绘制的内容；请至少选择一个面板</translation>
    </message>
    <message>
        <source>the panel has no numbers to save; choose another</source>
        <translation>此面板没有可保存的数值；请选择其他面板</translation>
    </message>
    <message>
        <source>the shown sequence has one row, which has no next value; two are needed, or another target</source>
        <translation>所显示的序列只有一行，没有下一个值；至少要有两行，或选择其他目标</translation>
    </message>
    <message>
        <source>the file has one row, which has no next value; two are needed, or another target</source>
        <translation>文件只有一行，没有下一个值；至少要有两行，或选择其他目标</translation>
    </message>
    <message>
        <source>no column is chosen as input; choose one in the table&apos;s head</source>
        <translation>没有选择作为输入的列；请在表头中选择</translation>
    </message>
    <message>
        <source>there is not enough memory to read the file; pick fewer columns or shorten it</source>
        <translation>内存不足，无法读取文件；请少选几列，或缩短文件</translation>
    </message>
    <message>
        <source>the file holds nothing that can be shown as a table</source>
        <translation>文件中没有可显示为表格的内容</translation>
    </message>
    <message>
        <source>there is not enough memory for this; close what else is open</source>
        <translation>内存不足；请关闭其他已打开的内容</translation>
    </message>
    <message>
        <source>its folder cannot be made; allow writing to it</source>
        <translation>无法创建所在的文件夹；请允许写入</translation>
    </message>
    <message>
        <source>there is not enough memory for the figure; choose a smaller size or fewer dots per inch</source>
        <translation>内存不足，无法绘制图形；请减小尺寸或降低分辨率</translation>
    </message>
    <message>
        <source>the figure cannot be painted</source>
        <translation>无法绘制图形</translation>
    </message>
    <message>
        <source>the figure cannot be stored as PNG</source>
        <translation>无法将图形保存为 PNG</translation>
    </message>
    <message>
        <source>the figure has no area; give it a size of at least 1 × 1 pixels</source>
        <translation>图形没有面积；尺寸至少应为 1 × 1 像素</translation>
    </message>
    <message>
        <source>the figure is too large; no side may be longer than 20000 pixels</source>
        <translation>图形太大；任何一边都不能超过 20000 像素</translation>
    </message>
    <message>
        <source>there cannot be %1 dots to the inch; choose 10 to 2400</source>
        <translation>分辨率不能为 %1 dpi；请选择 10 到 2400</translation>
    </message>
    <message>
        <source>the figure is too large; choose a smaller size or fewer dots per inch, up to 150 million pixels in all</source>
        <translation>图形太大；请减小尺寸或降低分辨率，总共最多 1.5 亿像素</translation>
    </message>
    <message>
        <source>cannot be written (%1); choose a folder that exists and that you may write in</source>
        <translation>无法写入（%1）；请选择已存在且有写入权限的文件夹</translation>
    </message>
    <message>
        <source>a figure cannot be stored under this name; end it in .png, .svg or .pdf</source>
        <translation>图形不能以此文件名保存；文件名应以 .png、.svg 或 .pdf 结尾</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no size; write WIDTHxHEIGHT in pixels, as 1280x720, or in millimetres, as 160x90mm</source>
        <translation>“%1”不是尺寸；请写成“宽x高”，单位为像素，如 1280x720，或为毫米，如 160x90mm</translation>
    </message>
    <message>
        <source>the film was stopped before its end</source>
        <translation>动画在完成之前已停止</translation>
    </message>
    <message>
        <source>there is not enough memory for a picture; choose a smaller film</source>
        <translation>内存不足，无法绘制一帧；请选择较小的动画</translation>
    </message>
    <message>
        <source>a GIF&apos;s sides have at most 65535 pixels; choose a smaller film</source>
        <translation>GIF 的边长最多为 65535 像素；请选择较小的动画</translation>
    </message>
    <message>
        <source>ffmpeg, which writes MP4, is not installed; install it, or choose .gif</source>
        <translation>写入 MP4 所需的 ffmpeg 没有安装；请安装它，或选择 .gif</translation>
    </message>
    <message>
        <source>cannot be written; choose a folder that exists and that you may write in</source>
        <translation>无法写入；请选择已存在且有写入权限的文件夹</translation>
    </message>
    <message>
        <source>ffmpeg, which writes MP4, cannot be started; choose .gif</source>
        <translation>写入 MP4 所需的 ffmpeg 无法启动；请选择 .gif</translation>
    </message>
    <message>
        <source>ffmpeg could not write the film (%1); choose .gif</source>
        <translation>ffmpeg 无法写入动画（%1）；请选择 .gif</translation>
    </message>
    <message>
        <source>a film cannot be stored under this name; end it in .gif or .mp4, or in %03d.png for numbered pictures</source>
        <translation>动画不能以此文件名保存；文件名应以 .gif 或 .mp4 结尾，编号图片则以 %03d.png 结尾</translation>
    </message>
    <message>
        <source>there is not enough memory for the film; choose a smaller one</source>
        <translation>内存不足，无法生成动画；请选择较小的动画</translation>
    </message>
    <message>
        <source>is not among the program&apos;s own sequences</source>
        <translation>不在程序自带的序列之中</translation>
    </message>
    <message>
        <source>an object with what every page begins with</source>
        <translation>对象，含各页开始时的配置</translation>
    </message>
    <message>
        <source>a list of pages</source>
        <translation>页的列表</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>the number of a page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>small letters, digits and hyphens, as &quot;one-cell&quot;,</source>
        <translation>小写字母、数字和连字符，如 &quot;one-cell&quot;</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>a language, as &quot;en&quot;,</source>
        <translation>语言，如 &quot;en&quot;</translation>
    </message>
    <message>
        <source>there is no language %1; there are %2</source>
        <translation>没有语言%1；可用的有 %2</translation>
    </message>
    <message>
        <source>panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>things to point at</source>
        <translation>要指示的对象</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>论断</translation>
    </message>
    <message>
        <source>page %1, claim %2</source>
        <translation>第 %1 页，论断 %2</translation>
    </message>
    <message>
        <source>&quot;update&quot; is %1, but nothing is learnt with the target none; set another target, or leave the update out</source>
        <translation>&quot;update&quot; 为 %1，但目标为 none 时不会学习；请设定其他目标，或删去 &quot;update&quot;</translation>
    </message>
    <message>
        <source>&quot;at.phase&quot; is &apos;%1&apos;, but there is no loss with the target none; set another target, or show the phase forward</source>
        <translation>&quot;at.phase&quot; 为“%1”，但目标为 none 时没有损失；请设定其他目标，或显示阶段 forward</translation>
    </message>
    <message>
        <source>an object with one of &quot;panel&quot;, &quot;control&quot;, &quot;quantity&quot;</source>
        <translation>对象，含 &quot;panel&quot;、&quot;control&quot;、&quot;quantity&quot; 之一</translation>
    </message>
    <message>
        <source>&quot;point&quot; names %1 things at once; an object for each is needed</source>
        <translation>&quot;point&quot; 一次指定了 %1 项；应为每一项各写一个对象</translation>
    </message>
    <message>
        <source>a list of two texts or more</source>
        <translation>列表，含至少两段文本</translation>
    </message>
    <message>
        <source>the number of the right choice, from 1,</source>
        <translation>正确选项的序号，从 1 起</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>what is claimed</source>
        <translation>论断的内容</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>a list of two numbers, as [0.4, 0.8],</source>
        <translation>两个数的列表，如 [0.4, 0.8]</translation>
    </message>
    <message>
        <source>a number or a word</source>
        <translation>数或单词</translation>
    </message>
    <message>
        <source>measure &apos;%1&apos;: %2</source>
        <translation>指标“%1”：%2</translation>
    </message>
    <message>
        <source>a list of two numbers, the smaller one first, or null for an open end,</source>
        <translation>两个数的列表，较小的在前，无界的一端写 null</translation>
    </message>
    <message>
        <source>&quot;range&quot; goes from %1 to %2; the smaller number comes first</source>
        <translation>&quot;range&quot; 从 %1 到 %2；较小的数应在前面</translation>
    </message>
    <message>
        <source>is larger than 16 MiB; a lesson is smaller</source>
        <translation>大于 16 MiB；课程文件不应这么大</translation>
    </message>
    <message>
        <source>%1: the setup is refused: %2</source>
        <translation>%1：此配置不可用：%2</translation>
    </message>
    <message>
        <source>cannot measure %1: %2</source>
        <translation>无法测量 %1：%2</translation>
    </message>
    <message>
        <source>&quot;pages&quot; is no list of objects; write [{&quot;title&quot;: …}, …]</source>
        <translation>&quot;pages&quot; 不是对象的列表；应写成 [{&quot;title&quot;: …}, …]</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2 is no whole number from 0 to 1000000</source>
        <translation>&quot;%1&quot;：%2不是 0 到 1000000 的整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2; write one, as 0.5</source>
        <translation>&quot;%1&quot;：%2；请写成如 0.5 的数</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2 is not known; there are %3</source>
        <translation>&quot;%1&quot;：没有%2；可用的有 %3</translation>
    </message>
    <message>
        <source>a quantity of the cell</source>
        <translation>细胞的一个量</translation>
    </message>
    <message>
        <source>a loss</source>
        <translation>损失的值</translation>
    </message>
    <message>
        <source>an accuracy to reach, or an error to stay under</source>
        <translation>要达到的准确率，或误差应低于的值</translation>
    </message>
    <message>
        <source>how many are taken</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>the first number</source>
        <translation>第一个数</translation>
    </message>
    <message>
        <source>the second number</source>
        <translation>第二个数</translation>
    </message>
    <message>
        <source>there is no option %1; it takes none</source>
        <translation>没有选项%1；它不带选项</translation>
    </message>
    <message>
        <source>there is no option %1; there are %2</source>
        <translation>没有选项%1；可用的有 %2</translation>
    </message>
    <message>
        <source>its option &quot;%1&quot; is missing; %2 must be given in &quot;with&quot;</source>
        <translation>缺少选项 &quot;%1&quot;；须在 &quot;with&quot; 中给出%2</translation>
    </message>
    <message>
        <source>the id of a panel</source>
        <translation>面板的 id</translation>
    </message>
    <message>
        <source>there is no panel %1; there are %2</source>
        <translation>没有面板%1；可用的有 %2</translation>
    </message>
    <message>
        <source>the id of a control</source>
        <translation>控件的 id</translation>
    </message>
    <message>
        <source>there is no control %1; there are %2</source>
        <translation>没有控件%1；可用的有 %2</translation>
    </message>
    <message>
        <source>the id of a quantity</source>
        <translation>量的 id</translation>
    </message>
    <message>
        <source>there is no quantity %1; there are %2</source>
        <translation>没有量%1；可用的有 %2</translation>
    </message>
    <message>
        <source>the id of a measure</source>
        <translation>指标的 id</translation>
    </message>
    <message>
        <source>there is no measure %1; there are %2</source>
        <translation>没有指标%1；可用的有 %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>空列表</translation>
    </message>
    <message>
        <source>an empty object</source>
        <translation>空对象</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2; %3 is needed</source>
        <translation>&quot;%1&quot; 现为：%2；应为：%3</translation>
    </message>
    <message>
        <source>field %1 is given twice; the later one counts</source>
        <translation>字段%1写了两次；以后一个为准</translation>
    </message>
    <message>
        <source>unknown field %1 is left out</source>
        <translation>已略去未知字段%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing; %2 is needed</source>
        <translation>缺少 &quot;%1&quot;；应为：%2</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>%1的列表</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds %2; %3 to %4 %5 are possible</source>
        <translation>&quot;%1&quot; 含 %2 项；%5可有 %3 到 %4 项</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a text, or a list of paragraphs,</source>
        <translation>文本，或段落的列表</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2 in no language; {&quot;%3&quot;: …, &quot;%4&quot;: …} is needed where a lesson has several languages</source>
        <translation>&quot;%1&quot; 为：%2，未注明语言；课程有多种语言时应写成 {&quot;%3&quot;: …, &quot;%4&quot;: …}</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names an unknown language %2; there are %3</source>
        <translation>&quot;%1&quot; 中有未知语言%2；可用的有 %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in %2, which is none of the lesson&apos;s languages; add it to &quot;languages&quot;, or leave it out</source>
        <translation>&quot;%1&quot; 写有 %2，但它不在课程的语言之列；请把它加入 &quot;languages&quot;，或删去这一项</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lacks %2; every text is needed in %3</source>
        <translation>&quot;%1&quot; 缺少 %2；每段文本都应有 %3</translation>
    </message>
    <message>
        <source>the setup %1</source>
        <translation>配置%1</translation>
    </message>
    <message>
        <source>the setup is refused: %1</source>
        <translation>此配置不可用：%1</translation>
    </message>
    <message>
        <source>points at the panel %1, which is not among its panels; add it there</source>
        <translation>指示面板%1，但本页不显示它；请将其加入本页的面板</translation>
    </message>
    <message>
        <source>shows the panel &apos;compare&apos;, but compares nothing; set &quot;lanes&quot;</source>
        <translation>显示面板“compare”，但没有可对比的内容；请设定 &quot;lanes&quot;</translation>
    </message>
    <message>
        <source>stands at unit %1, but there are %2</source>
        <translation>停在单元 %1，但只有 %2 个单元</translation>
    </message>
    <message>
        <source>is shown after updates, but the claim of %1 on line %2 measures the untrained network; give it &quot;with&quot;: {&quot;updates&quot;: …}</source>
        <translation>在几次更新之后显示，但第 %2 行关于 %1 的论断测量的是未训练的网络；请为它写上 &quot;with&quot;: {&quot;updates&quot;: …}</translation>
    </message>
    <message>
        <source>&quot;picture&quot; is of a panel that its page does not show</source>
        <translation>&quot;picture&quot; 中的面板在该页上没有显示</translation>
    </message>
    <message>
        <source>a %1 is never closed at %2; write \%1 for the character itself</source>
        <translation>%2处的 %1 没有闭合；要写这个字符本身，请写 \%1</translation>
    </message>
    <message>
        <source>there is nothing between two marks at %1; write \%2 for the character itself</source>
        <translation>%1处的两个标记之间没有内容；要写这个字符本身，请写 \%2</translation>
    </message>
    <message>
        <source>ends with \; write \\ for the character itself</source>
        <translation>以 \ 结尾；要写这个字符本身，请写 \\</translation>
    </message>
    <message>
        <source>a command at %1; LaTeX is not read, write the sign itself, as σ, ∂ or ∘</source>
        <translation>%1处有命令；这里不支持 LaTeX，请直接写符号，如 σ、∂ 或 ∘</translation>
    </message>
    <message>
        <source>a { without a | at %1; write {f|words}, or \{ for the character itself</source>
        <translation>%1处的 { 之后没有 |；请写 {f|文字}，要写这个字符本身则写 \{</translation>
    </message>
    <message>
        <source>there is no quantity %1 to colour words after; there are %2</source>
        <translation>没有可用来给文字着色的量%1；可用的有 %2</translation>
    </message>
    <message>
        <source>nothing stands behind %1 at %2; write what is to be set low</source>
        <translation>%2处的 %1 之后没有内容；请写出要作为下标的内容</translation>
    </message>
    <message>
        <source>nothing stands behind %1 at %2; write what is to be set high</source>
        <translation>%2处的 %1 之后没有内容；请写出要作为上标的内容</translation>
    </message>
    <message>
        <source>a formula goes low or high within %1{…} at %2; once is as far as it goes</source>
        <translation>%2处的公式在 %1{…} 之内又有上下标；上下标只能有一层</translation>
    </message>
    <message>
        <source>a { is never closed at %1; write %2{…}</source>
        <translation>%1处的 { 没有闭合；请写成 %2{…}</translation>
    </message>
    <message>
        <source>a file holds no fresh sequences; a task is needed</source>
        <translation>文件中没有新的序列；应使用任务</translation>
    </message>
    <message>
        <source>no sequences are asked for; 1 or more are needed</source>
        <translation>所要的序列数为 0；应至少为 1</translation>
    </message>
    <message>
        <source>there is no error without a target; another than none is needed</source>
        <translation>没有目标就没有误差；目标不能是 none</translation>
    </message>
    <message>
        <source>has %1 steps, too few for a slope from lag %2 on; two more are needed</source>
        <translation>有 %1 步，从滞后 %2 起不足以求斜率；其后至少要有两步</translation>
    </message>
    <message>
        <source>has no tensor &apos;%1&apos;; weight_hh_l0 is one</source>
        <translation>没有张量“%1”；可用的如 weight_hh_l0</translation>
    </message>
    <message>
        <source>has no straight path back; a cell that carries its state on is needed, as lstm or gru</source>
        <translation>没有直通的回传路径；应使用把状态直接传下去的细胞，如 lstm 或 gru</translation>
    </message>
    <message>
        <source>nothing is learnt without a target; another one than none is needed</source>
        <translation>没有目标就不会学习；目标不能是 none</translation>
    </message>
    <message>
        <source>there is no gradient without a target; another one than none is needed</source>
        <translation>没有目标就没有梯度；目标不能是 none</translation>
    </message>
    <message>
        <source>%1 has no quantity %2; there are %3</source>
        <translation>%1 没有量%2；可用的有 %3</translation>
    </message>
    <message>
        <source>%1 carries no state %2; h is carried by all cells, c by the LSTM</source>
        <translation>%1 不传递状态%2；所有细胞都传递 h，LSTM 还传递 c</translation>
    </message>
    <message>
        <source>goes step by step only in one direction with a read-out at every step; set bidirectional to false and readout to every-step</source>
        <translation>只有单向且每一步都读出时才能逐步进行；请将 bidirectional 设为 false，readout 设为 every-step</translation>
    </message>
    <message>
        <source>has no reverse direction; set bidirectional to true</source>
        <translation>没有反向；请将 bidirectional 设为 true</translation>
    </message>
    <message>
        <source>has no step %1; 1 to %2 are possible</source>
        <translation>没有第 %1 步；可用的是 1 到 %2</translation>
    </message>
    <message>
        <source>a file of sequences and loss mse are needed</source>
        <translation>应使用序列文件，损失应为 mse</translation>
    </message>
    <message>
        <source>holds %1 sequences, of which the first that counts must be one</source>
        <translation>含 %1 个序列；开始计入的序列须在其中</translation>
    </message>
    <message>
        <source>has no step %1 that counts</source>
        <translation>没有可计入的第 %1 步</translation>
    </message>
    <message>
        <source>the next value as target at every step, loss mse and one direction are needed</source>
        <translation>每一步的目标应为下一个值，损失应为 mse，方向应为单向</translation>
    </message>
    <message>
        <source>&quot;to&quot; is before &quot;from&quot;, or this is 0; steps from 1 on are needed</source>
        <translation>&quot;to&quot; 小于 &quot;from&quot;，或 &quot;from&quot; 为 0；步应从 1 起</translation>
    </message>
    <message>
        <source>loss mse and the next value as target at every step are needed</source>
        <translation>损失应为 mse，每一步的目标应为下一个值</translation>
    </message>
    <message>
        <source>the setup&apos;s sequence must end before the steps that are held out; set a length</source>
        <translation>配置的序列须在留出的步之前结束；请设定长度</translation>
    </message>
    <message>
        <source>a lag from 1 to %1 is needed</source>
        <translation>滞后应为 1 到 %1</translation>
    </message>
    <message>
        <source>&quot;last&quot; is 0; 1 step or more is needed</source>
        <translation>&quot;last&quot; 为 0；应至少为 1 步</translation>
    </message>
    <message>
        <source>&quot;from&quot; must lie among the steps behind the end; 1 is the first</source>
        <translation>&quot;from&quot; 须在末尾之后的步之中；第一步为 1</translation>
    </message>
    <message>
        <source>a period from 1 to %1 is needed</source>
        <translation>周期应为 1 到 %1</translation>
    </message>
    <message>
        <source>of classes there is an accuracy; loss mse is needed for an error</source>
        <translation>类别用准确率衡量；要求误差，损失应为 mse</translation>
    </message>
    <message>
        <source>of numbers there is an error; loss cross-entropy is needed for an accuracy</source>
        <translation>数值用误差衡量；要求准确率，损失应为 cross-entropy</translation>
    </message>
    <message>
        <source>&quot;every&quot; is 0; 1 or more is needed</source>
        <translation>&quot;every&quot; 为 0；应至少为 1</translation>
    </message>
    <message>
        <source>the id of a switch</source>
        <translation>开关的 id</translation>
    </message>
    <message>
        <source>there is no switch %1; there are %2</source>
        <translation>没有开关%1；可用的有 %2</translation>
    </message>
    <message>
        <source>a place of the switch</source>
        <translation>开关的一个位置</translation>
    </message>
    <message>
        <source>there is no place %1; there are %2</source>
        <translation>没有位置%1；可用的有 %2</translation>
    </message>
</context>
<context>
    <name>rnnscope::SequenceEditor</name>
    <message>
        <source>As it was left the last time; “Begin with” has the sequence on the screen</source>
        <translation>保留上次离开时的样子；用“起始内容”可取屏幕上的序列</translation>
    </message>
    <message>
        <source>This begins empty: %1</source>
        <translation>从空白开始：%1</translation>
    </message>
    <message>
        <source>Begin with the sequence on the screen</source>
        <translation>从屏幕上的序列开始</translation>
    </message>
    <message>
        <source>The first %L1 of the sequence&apos;s %L2 steps</source>
        <translation>序列共 %L2 步，取前 %L1 步</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>Change target</source>
        <translation>更改目标</translation>
    </message>
    <message>
        <source>Rename a column</source>
        <translation>重命名列</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>添加列</translation>
    </message>
    <message>
        <source>Remove a column</source>
        <translation>删除列</translation>
    </message>
    <message>
        <source>Fill a column</source>
        <translation>填充列</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>保存为 CSV</translation>
    </message>
    <message>
        <source>Sequences (*.csv)</source>
        <translation>序列 (*.csv)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>next value</source>
        <translation>下一个值</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>列“%1”</translation>
    </message>
    <message>
        <source>a new column</source>
        <translation>新列</translation>
    </message>
    <message>
        <source>none, forward only</source>
        <translation>无，仅前向</translation>
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
        <translation>无输入</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>inputs %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>target: column %1</source>
        <translation>目标：列“%1”</translation>
    </message>
    <message>
        <source>target: next value</source>
        <translation>目标：下一个值</translation>
    </message>
    <message>
        <source>no target, forward only</source>
        <translation>无目标，仅前向</translation>
    </message>
    <message>
        <source>Draw a sequence</source>
        <translation>绘制序列</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>起始内容</translation>
    </message>
    <message>
        <source>the sequence on the screen</source>
        <translation>屏幕上的序列</translation>
    </message>
    <message>
        <source>an empty one</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Begin with an empty one</source>
        <translation>从空白开始</translation>
    </message>
    <message>
        <source>Change length</source>
        <translation>更改长度</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>长度(&amp;L)</translation>
    </message>
    <message>
        <source>What the network&apos;s answer is compared with</source>
        <translation>与网络的输出相比较的内容</translation>
    </message>
    <message>
        <source>Tar&amp;get</source>
        <translation>目标(&amp;G)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>What the left button does</source>
        <translation>左键的作用</translation>
    </message>
    <message>
        <source>The left button sets to zero, as the right one always does</source>
        <translation>左键置零，右键则始终如此</translation>
    </message>
    <message>
        <source>Fill the column with</source>
        <translation>填充此列</translation>
    </message>
    <message>
        <source>Press and draw. Shift: a straight line. Right button: to zero.</source>
        <translation>按住即可绘制。Shift：直线。右键：置零。</translation>
    </message>
    <message>
        <source>The name of the column that is at hand</source>
        <translation>当前列的名称</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Another input, to begin with of zeros</source>
        <translation>再加一个输入，初始全为零</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the column that is at hand</source>
        <translation>删除当前列</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What was drawn is here again the next time</source>
        <translation>已绘制的内容下次仍在</translation>
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
        <translation>输入</translation>
    </message>
    <message>
        <source>read-out</source>
        <translation>读出</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>this step&apos;s part of the loss</source>
        <translation>损失中这一步的部分</translation>
    </message>
    <message>
        <source>gradient of the loss by the read-out</source>
        <translation>损失对读出的梯度</translation>
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
        <translation>所选各列随时间的变化</translation>
    </message>
</context>
<context>
    <name>rnnscope::SetupColumn</name>
    <message>
        <source>Show or hide what is changed less often</source>
        <translation>显示或隐藏不常更改的项</translation>
    </message>
    <message>
        <source>less ▴</source>
        <translation>收起 ▴</translation>
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
        <translation>目标</translation>
    </message>
    <message>
        <source>What the read-out is compared with</source>
        <translation>与读出相比较的内容</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>What is done to the file&apos;s columns before the network sees them; standard: mean 0 and standard deviation 1</source>
        <translation>文件各列在进入网络之前的处理；标准化：均值 0，标准差 1</translation>
    </message>
    <message>
        <source>Change scaling</source>
        <translation>更改缩放</translation>
    </message>
    <message>
        <source>Read-out</source>
        <translation>读出</translation>
    </message>
    <message>
        <source>Where the network answers</source>
        <translation>网络在哪些步输出</translation>
    </message>
    <message>
        <source>Change read-out</source>
        <translation>更改读出</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How far the answers are from the target; a mean over them</source>
        <translation>输出与目标的差距；对所有输出取平均</translation>
    </message>
    <message>
        <source>Change loss</source>
        <translation>更改损失</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The sequence that is shown, and learnt from before the others</source>
        <translation>所显示的序列，也先于其他序列用于学习</translation>
    </message>
    <message>
        <source>Show sequence %1</source>
        <translation>显示序列 %1</translation>
    </message>
    <message>
        <source>Beside it, the same network that begins with zeros</source>
        <translation>旁边再显示从零开始的同一网络</translation>
    </message>
    <message>
        <source>The state before the first step: h0, of an LSTM c0. Carried over, it is the state that the sequence before ended with; no gradient crosses that border</source>
        <translation>第一步之前的状态：h0，LSTM 还有 c0。“沿用”时，它是前一个序列结束时的状态；梯度不越过这一边界</translation>
    </message>
    <message>
        <source>Start state</source>
        <translation>起始状态</translation>
    </message>
    <message>
        <source>Show both start states</source>
        <translation>显示两种起始状态</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>细胞</translation>
    </message>
    <message>
        <source>The equations of a step; also the keys 1, 2, 3</source>
        <translation>一步的方程；也可用按键 1、2、3</translation>
    </message>
    <message>
        <source>Change cell</source>
        <translation>更改细胞</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Hidden units of each layer and direction</source>
        <translation>每层每个方向的隐藏单元数</translation>
    </message>
    <message>
        <source>Change units</source>
        <translation>更改单元数</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Each layer&apos;s input is the hidden state of the one below</source>
        <translation>每层的输入是其下方那层的隐藏状态</translation>
    </message>
    <message>
        <source>Change layers</source>
        <translation>更改层数</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>One: from the first step to the last. Both: a second network reads from the end</source>
        <translation>单向：从第一步到最后一步。双向：另有一个网络从末尾读起</translation>
    </message>
    <message>
        <source>Change directions</source>
        <translation>更改方向</translation>
    </message>
    <message>
        <source>Bias of the gate that decides how long the cell remembers</source>
        <translation>决定细胞记忆多久的门的偏置</translation>
    </message>
    <message>
        <source>As initialised</source>
        <translation>按初始化</translation>
    </message>
    <message>
        <source>Change forget bias</source>
        <translation>更改遗忘偏置</translation>
    </message>
    <message>
        <source>Recurrent ρ</source>
        <translation>循环权重 ρ</translation>
    </message>
    <message>
        <source>Spectral radius of the recurrent weights. Once set they are an orthogonal matrix times this; as initialised, layer 1&apos;s is shown (of a gated cell, the candidate&apos;s)</source>
        <translation>循环权重的谱半径。设定后，循环权重为正交矩阵乘以此值；按初始化时显示第 1 层的谱半径（门控细胞则为候选值的）</translation>
    </message>
    <message>
        <source>Change recurrent ρ</source>
        <translation>更改循环权重 ρ</translation>
    </message>
    <message>
        <source>Input scale</source>
        <translation>输入缩放</translation>
    </message>
    <message>
        <source>Factor on what the network sees; the target stays as it is</source>
        <translation>网络所见输入的倍数；目标保持不变</translation>
    </message>
    <message>
        <source>Change input scale</source>
        <translation>更改输入缩放</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Steps of the sequence, from its start</source>
        <translation>序列从开头算起的步数</translation>
    </message>
    <message>
        <source>The usual length</source>
        <translation>通常的长度</translation>
    </message>
    <message>
        <source>Change length</source>
        <translation>更改长度</translation>
    </message>
    <message>
        <source>Recurrent form</source>
        <translation>循环权重形式</translation>
    </message>
    <message>
        <source>What a chosen ρ makes of the recurrent weights: a random orthogonal matrix, the initial one scaled, or the identity, times ρ</source>
        <translation>选定 ρ 时循环权重的取法：随机正交矩阵、缩放后的初始矩阵，或单位矩阵，再乘以 ρ</translation>
    </message>
    <message>
        <source>Change recurrent form</source>
        <translation>更改循环权重形式</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Biases of the recurrent layers before the first update</source>
        <translation>第一次更新之前循环层的偏置</translation>
    </message>
    <message>
        <source>Change biases</source>
        <translation>更改偏置</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Gates, candidates or states kept at a value, forward and backward: f=1, of one unit f[3]=1, for some steps f@5-9=1, of a layer f_l0=1; several with commas between</source>
        <translation>前向和反向中都保持为某个值的门、候选值或状态：f=1；某个单元 f[3]=1；某些步 f@5-9=1；某一层 f_l0=1；多项用逗号隔开</translation>
    </message>
    <message>
        <source>Change what is held</source>
        <translation>更改固定项</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>Weights, biases, initial states and inputs that were changed by hand</source>
        <translation>手动更改过的权重、偏置、初始状态和输入</translation>
    </message>
    <message>
        <source>Put the setup&apos;s own numbers back everywhere</source>
        <translation>全部恢复为配置自身的数值</translation>
    </message>
    <message>
        <source>Clear what was edited</source>
        <translation>清除编辑过的内容</translation>
    </message>
    <message>
        <source>Clear edited numbers</source>
        <translation>清除编辑过的数值</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Number of weights and biases</source>
        <translation>权重和偏置的个数</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The weights before the first update</source>
        <translation>第一次更新之前的权重</translation>
    </message>
    <message>
        <source>Load weights (.safetensors)…</source>
        <translation>加载权重 (.safetensors)…</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>加载权重</translation>
    </message>
    <message>
        <source>Back to weights drawn from the seed</source>
        <translation>恢复为由种子抽取的权重</translation>
    </message>
    <message>
        <source>Back to seeded weights</source>
        <translation>恢复种子权重</translation>
    </message>
    <message>
        <source>Use seeded weights</source>
        <translation>使用种子权重</translation>
    </message>
    <message>
        <source>Open a target</source>
        <translation>打开目标</translation>
    </message>
    <message>
        <source>Sequences (*.csv *.tsv *.json *.npy *.txt);;All (*)</source>
        <translation>序列 (*.csv *.tsv *.json *.npy *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Change target</source>
        <translation>更改目标</translation>
    </message>
    <message>
        <source>Start from zeros</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>Carry the state over</source>
        <translation>沿用状态</translation>
    </message>
    <message>
        <source>Open a start state</source>
        <translation>打开起始状态</translation>
    </message>
    <message>
        <source>NumPy archives (*.npz)</source>
        <translation>NumPy 归档 (*.npz)</translation>
    </message>
    <message>
        <source>from file…</source>
        <translation>来自文件…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>标准化</translation>
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
        <translation>最后一步</translation>
    </message>
    <message>
        <source>mean squared</source>
        <translation>均方误差</translation>
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
        <translation>沿用</translation>
    </message>
    <message>
        <source>The file has one sequence</source>
        <translation>文件中只有一个序列</translation>
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
        <translation>正交矩阵</translation>
    </message>
    <message>
        <source>initial, scaled</source>
        <translation>初始值缩放</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>as initialised</source>
        <translation>按初始化</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>seeded</source>
        <translation>种子生成</translation>
    </message>
    <message>
        <source>%L1 edited</source>
        <translation>%L1 处编辑</translation>
    </message>
    <message>
        <source>%L1, %L2 resting</source>
        <translation>%L1 处，%L2 处搁置</translation>
    </message>
    <message>
        <source>%L1 of them have no place in this network or sequence, and come back with one that has</source>
        <translation>其中 %L1 处在此网络或序列中没有位置，换回有位置的网络或序列时会恢复</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>No gradient without a target</source>
        <translation>没有目标就没有梯度</translation>
    </message>
    <message>
        <source>No update yet</source>
        <translation>尚无更新</translation>
    </message>
    <message>
        <source>the task&apos;s own</source>
        <translation>任务自带</translation>
    </message>
    <message>
        <source>next value</source>
        <translation>下一个值</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>列“%1”</translation>
    </message>
    <message>
        <source>Update bias</source>
        <translation>更新偏置</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>遗忘偏置</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How a clipped gradient becomes an update</source>
        <translation>裁剪后的梯度如何变成一次更新</translation>
    </message>
    <message>
        <source>Change optimiser</source>
        <translation>更改优化器</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate of an update</source>
        <translation>每次更新的学习率</translation>
    </message>
    <message>
        <source>Change learning rate</source>
        <translation>更改学习率</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <source>Training ends by itself after so many</source>
        <translation>达到此次数后训练自动结束</translation>
    </message>
    <message>
        <source>Change updates</source>
        <translation>更改更新次数</translation>
    </message>
    <message>
        <source>BPTT window</source>
        <translation>BPTT 窗口</translation>
    </message>
    <message>
        <source>Truncated backpropagation through time: no gradient crosses a border every so many steps, though the state does</source>
        <translation>截断 BPTT（沿时间反向传播）：每隔这么多步设一边界，状态可以越过，梯度则不能</translation>
    </message>
    <message>
        <source>Through the whole sequence</source>
        <translation>贯穿整个序列</translation>
    </message>
    <message>
        <source>Change BPTT window</source>
        <translation>更改 BPTT 窗口</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师强制</translation>
    </message>
    <message>
        <source>Teacher forcing: the share of steps at which the network is given the true value; at the others, its own answer to the step before</source>
        <translation>教师强制：网络得到真实值的步所占的比例；其余各步得到它自己前一步的输出</translation>
    </message>
    <message>
        <source>Change teacher forcing</source>
        <translation>更改教师强制</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列数</translation>
    </message>
    <message>
        <source>An update learns from the mean over so many sequences; the first is shown</source>
        <translation>一次更新从这么多序列的平均值学习；显示其中第一个</translation>
    </message>
    <message>
        <source>Change sequences</source>
        <translation>更改序列</translation>
    </message>
    <message>
        <source>Each update</source>
        <translation>每次更新</translation>
    </message>
    <message>
        <source>Whether every update learns from the same sequences or from new ones: drawn by the task, or the file&apos;s next</source>
        <translation>每次更新是用相同的序列学习，还是用新的：由任务抽取，或取文件中的下一批</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>按值</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>按范数</translation>
    </message>
    <message>
        <source>Each entry of the gradient to ± the threshold</source>
        <translation>梯度的每个分量限制在 ± 阈值之内</translation>
    </message>
    <message>
        <source>The whole gradient shortened to the threshold, its direction kept</source>
        <translation>整个梯度缩短到阈值，方向不变</translation>
    </message>
    <message>
        <source>Change clipping</source>
        <translation>更改裁剪</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Largest entry, or largest norm over all gradients together</source>
        <translation>分量的上限，或全部梯度合在一起的范数上限</translation>
    </message>
    <message>
        <source>Change threshold</source>
        <translation>更改阈值</translation>
    </message>
    <message>
        <source>both</source>
        <comment>start states</comment>
        <translation>两者</translation>
    </message>
    <message>
        <source>one</source>
        <comment>direction</comment>
        <translation>单向</translation>
    </message>
    <message>
        <source>both</source>
        <comment>directions</comment>
        <translation>双向</translation>
    </message>
    <message>
        <source> of %L1</source>
        <translation> / %L1</translation>
    </message>
    <message>
        <source>Engaged in %L1 of %L2 updates</source>
        <translation>%L2 次更新中触发 %L1 次</translation>
    </message>
</context>
<context>
    <name>rnnscope::SetupThumbnail</name>
    <message>
        <source>Input, and the target dotted</source>
        <translation>输入，目标为点线</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
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
        <translation>此值每变化一次，就开始一个新序列。</translation>
    </message>
    <message>
        <source>“%1” is not a number: a column of text is no input.</source>
        <translation>“%1”不是数字：文本列不能作为输入。</translation>
    </message>
    <message>
        <source>An array of shape %1 is no column.</source>
        <translation>形状为 %1 的数组不能作为一列。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
</context>
<context>
    <name>rnnscope::SheetView</name>
    <message>
        <source>The file&apos;s first rows</source>
        <translation>文件的前几行</translation>
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
        <translation>衰减</translation>
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
        <translation>不是数字</translation>
    </message>
</context>
<context>
    <name>rnnscope::TimeCard</name>
    <message>
        <source>Dismiss the previous curves</source>
        <translation>关闭之前的曲线</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The values themselves</source>
        <translation>值本身</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Lines for up to 8 units, a heatmap for more</source>
        <translation>不超过 8 个单元用曲线，更多则用热图</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>A line for each unit</source>
        <translation>每个单元一条曲线</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>A row of cells for each unit</source>
        <translation>每个单元一行色格</translation>
    </message>
    <message>
        <source>previous curves shown faint</source>
        <translation>之前的曲线（淡色）</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Faint and dashed: as it was before the latest change, after %L1 updates. A click, or Esc, dismisses it; B turns it off.</source>
        <translation>淡色虚线：最近一次更改之前、%L1 次更新后的情况。点击或按 Esc 可关闭；按 B 可停用。</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Layer %1, from the end to the start</source>
        <translation>第 %1 层，从末尾到开头</translation>
    </message>
    <message>
        <source>Layer %1, from the start to the end</source>
        <translation>第 %1 层，从开头到末尾</translation>
    </message>
    <message>
        <source>Layer and direction</source>
        <translation>层和方向</translation>
    </message>
    <message>
        <source>Their gradients: how the loss changes with each value</source>
        <translation>它们的梯度：损失随每个值如何变化</translation>
    </message>
    <message>
        <source>There is no gradient: without a target there is no loss</source>
        <translation>没有梯度：没有目标就没有损失</translation>
    </message>
</context>
<context>
    <name>rnnscope::TimePanel</name>
    <message>
        <source>%1 alone here</source>
        <translation>此处仅 %1</translation>
    </message>
    <message>
        <source>Input at t = %1</source>
        <translation>t = %1 的输入</translation>
    </message>
    <message>
        <source>Set to…</source>
        <translation>设为…</translation>
    </message>
    <message>
        <source>Zero here</source>
        <translation>此处置零</translation>
    </message>
    <message>
        <source>Reset this value</source>
        <translation>重置此值</translation>
    </message>
    <message>
        <source>Reset all values</source>
        <translation>重置所有值</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste from here on</source>
        <translation>从此处起粘贴</translation>
    </message>
    <message>
        <source>Double click to type another value</source>
        <translation>双击可输入其他值</translation>
    </message>
    <message>
        <source>Drag up or down, or double click to type</source>
        <translation>上下拖动，或双击输入</translation>
    </message>
    <message>
        <source>Updates learn from fresh sequences: only what is shown is edited</source>
        <translation>每次更新都用新的序列学习：只编辑所显示的序列</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>%1 has no cell state</source>
        <translation>%1 没有细胞状态</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>in the network: %1</source>
        <translation>网络中：%1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation>%1 / %2 个单元</translation>
    </message>
    <message>
        <source>overflowed here: t = %1</source>
        <translation>此处溢出：t = %1</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>read-out</source>
        <translation>读出</translation>
    </message>
    <message>
        <source>target, in the file&apos;s units</source>
        <translation>目标（文件单位）</translation>
    </message>
    <message>
        <source>read-out, in the file&apos;s units</source>
        <translation>读出（文件单位）</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>right class</source>
        <translation>正确类别</translation>
    </message>
    <message>
        <source>probability of the right class</source>
        <translation>正确类别的概率</translation>
    </message>
    <message>
        <source>the file&apos;s units</source>
        <translation>文件单位</translation>
    </message>
    <message>
        <source>forget</source>
        <comment>beside a plot</comment>
        <translation>遗忘门</translation>
    </message>
    <message>
        <source>input</source>
        <comment>beside a plot</comment>
        <translation>输入门</translation>
    </message>
    <message>
        <source>candidate</source>
        <comment>beside a plot</comment>
        <translation>候选值</translation>
    </message>
    <message>
        <source>output</source>
        <comment>beside a plot</comment>
        <translation>输出门</translation>
    </message>
    <message>
        <source>reset</source>
        <comment>beside a plot</comment>
        <translation>重置门</translation>
    </message>
    <message>
        <source>update</source>
        <comment>beside a plot</comment>
        <translation>更新门</translation>
    </message>
    <message>
        <source>pre-activation</source>
        <comment>beside a plot</comment>
        <translation>预激活值</translation>
    </message>
    <message>
        <source>cell</source>
        <comment>beside a plot</comment>
        <translation>细胞状态</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>beside a plot</comment>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>not played yet</source>
        <translation>尚未播放</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1，单元 %2</translation>
    </message>
</context>
<context>
    <name>rnnscope::Timeline</name>
    <message>
        <source>loss</source>
        <translation>损失</translation>
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
        <translation>时间轴</translation>
    </message>
    <message>
        <source>One pass: forward through time, the loss, backward through time, clipping, update</source>
        <translation>一轮传播：沿时间前向，损失，沿时间反向，裁剪，更新</translation>
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
        <translation>细胞</translation>
    </message>
    <message>
        <source>%1 cell (%2)</source>
        <translation>%1 细胞（%2）</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Hidden units of each layer and direction</source>
        <translation>每层每个方向的隐藏单元数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Of everything drawn by chance; the same seed gives the same numbers</source>
        <translation>所有随机量的种子；相同的种子给出相同的数值</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>New seed (%1)</source>
        <translation>新种子（%1）</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a document, a sequence or a setup (Ctrl+O)</source>
        <translation>打开文档、序列或配置（Ctrl+O）</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>导出图形…</translation>
    </message>
    <message>
        <source>Save what is on the screen as a figure (Ctrl+E)</source>
        <translation>将屏幕上的内容保存为图形（Ctrl+E）</translation>
    </message>
    <message>
        <source>Change cell</source>
        <translation>更改细胞</translation>
    </message>
    <message>
        <source>Change sequence</source>
        <translation>更改序列</translation>
    </message>
    <message>
        <source>Change units</source>
        <translation>更改单元数</translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation>更改种子</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>A sequence of your own</source>
        <translation>你自己的序列</translation>
    </message>
    <message>
        <source>Draw a sequence…</source>
        <translation>绘制序列…</translation>
    </message>
    <message>
        <source>With the mouse, or as a table (D)</source>
        <translation>用鼠标，或以表格形式（D）</translation>
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
        <translation>内存不足；请缩短序列或减少单元数</translation>
    </message>
</context>
<context>
    <name>rnnscope::TrainingActions</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train on from the update that is shown, or pause</source>
        <translation>从所显示的更新继续训练，或暂停</translation>
    </message>
    <message>
        <source>Train one update</source>
        <translation>训练一次更新</translation>
    </message>
    <message>
        <source>One update on from the one that is shown</source>
        <translation>从所显示的更新前进一次</translation>
    </message>
    <message>
        <source>Back to the untrained network</source>
        <translation>回到未训练的网络</translation>
    </message>
    <message>
        <source>Stop, and show the network before its first update</source>
        <translation>停止，并显示第一次更新之前的网络</translation>
    </message>
    <message>
        <source>Run twins</source>
        <translation>对照训练</translation>
    </message>
    <message>
        <source>Train with and without clipping side by side, from the same seed</source>
        <translation>从同一种子出发，并排训练裁剪与不裁剪两种情况</translation>
    </message>
    <message>
        <source>Check the gradient</source>
        <translation>检验梯度</translation>
    </message>
    <message>
        <source>Compare the gradient with central differences, entry by entry</source>
        <translation>将梯度与中心差分逐个分量比较</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Clip by norm</source>
        <translation>按范数裁剪</translation>
    </message>
    <message>
        <source>The gradient agrees with central differences in %L1 parameters, %L2 inputs and %L3 initial states; worst at %4, relative %5</source>
        <translation>梯度与中心差分一致：%L1 个参数、%L2 个输入、%L3 个初始状态；最差处 %4，相对误差 %5</translation>
    </message>
    <message>
        <source>worst at %1: %2 against %3, a relative difference of %4</source>
        <translation>最差处 %1：%2 与 %3，相对差 %4</translation>
    </message>
    <message>
        <source>The gradient leaves out what truncated BPTT cuts off, so it differs from central differences; %1</source>
        <translation>梯度不含截断 BPTT 所截去的部分，因此与中心差分不同；%1</translation>
    </message>
    <message>
        <source>The gradient differs from central differences; %1</source>
        <translation>梯度与中心差分不同；%1</translation>
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
        <translation>持续训练</translation>
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
        <translation>损失对%1的梯度</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
</context>
<context>
    <name>rnnscope::UnitPanel</name>
    <message>
        <source>overflowed here: t = %1</source>
        <translation>此处溢出：t = %1</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>单个单元</translation>
    </message>
    <message>
        <source>unit </source>
        <translation>单元 </translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>The unit that is shown; ↑ and ↓ choose another one</source>
        <translation>所显示的单元；用 ↑ 和 ↓ 选择其他单元</translation>
    </message>
    <message>
        <source>Unit %1 of layer %2 at t = %3: %4</source>
        <translation>第 %2 层的单元 %1，t = %3：%4</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>from x</source>
        <translation>来自 x</translation>
    </message>
    <message>
        <source>from h before</source>
        <translation>来自前一步 h</translation>
    </message>
    <message>
        <source>from h</source>
        <translation>来自 h</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>from c</source>
        <translation>来自 c</translation>
    </message>
    <message>
        <source>to the read-out</source>
        <translation>到读出层</translation>
    </message>
</context>
<context>
    <name>rnnscope::UnrolledPanel</name>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Unrolled through time</source>
        <translation>沿时间展开</translation>
    </message>
    <message>
        <source>colours: h = ±%1</source>
        <translation>颜色：h = ±%1</translation>
    </message>
    <message>
        <source>full bar |h| = %1</source>
        <translation>满条 |h| = %1</translation>
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
        <translation>梯度计算完毕</translation>
    </message>
    <message>
        <source>width ∝ log ‖∂L/∂h‖</source>
        <translation>宽度 ∝ log ‖∂L/∂h‖</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
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
        <translation>正向</translation>
    </message>
    <message>
        <source>h of unit %1 = %2</source>
        <translation>单元 %1 的 h = %2</translation>
    </message>
    <message>
        <source>‖h‖ = %1</source>
        <translation>‖h‖ = %1</translation>
    </message>
    <message>
        <source>… %L1 values</source>
        <translation>… 共 %L1 个值</translation>
    </message>
</context>
<context>
    <name>rnnscope::ValueField</name>
    <message>
        <source>Value of the input</source>
        <translation>输入的值</translation>
    </message>
</context>
<context>
    <name>rnnscope::ValuesPanel</name>
    <message>
        <source>… %L1 more</source>
        <translation>… 余 %L1 个</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>所有值</translation>
    </message>
    <message>
        <source>Input, target, output and loss of this step</source>
        <translation>这一步的输入、目标、输出和损失</translation>
    </message>
    <message>
        <source>All values of the units at this step</source>
        <translation>这一步各单元的所有值</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all values of this step, in full precision</source>
        <translation>以全精度复制这一步的所有值</translation>
    </message>
    <message>
        <source>Copy all values</source>
        <translation>复制所有值</translation>
    </message>
    <message>
        <source>t = %1 of %2</source>
        <translation>t = %1 / %2</translation>
    </message>
    <message>
        <source>backwards in time</source>
        <translation>沿时间逆向</translation>
    </message>
    <message>
        <source>forwards in time</source>
        <translation>沿时间正向</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
</context>
<context>
    <name>rnnscope::Verdict</name>
    <message>
        <source>halves every %1 steps</source>
        <translation>每 %1 步减半</translation>
    </message>
    <message>
        <source>doubles every %1 steps</source>
        <translation>每 %1 步翻倍</translation>
    </message>
    <message>
        <source>dies within a step</source>
        <translation>一步之内消失</translation>
    </message>
    <message>
        <source>overflows</source>
        <translation>溢出</translation>
    </message>
    <message>
        <source>dies out on the way</source>
        <translation>途中消失</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>稳定</translation>
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
        <translation>衰减</translation>
    </message>
    <message>
        <source>vanishing</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>no gradient</source>
        <translation>无梯度</translation>
    </message>
    <message>
        <source>No gradient passes from one step to another.</source>
        <translation>没有梯度从一步传到另一步。</translation>
    </message>
    <message>
        <source>The gradient of the last loss, on its way back through time</source>
        <translation>最后损失的梯度，沿时间传回的途中</translation>
    </message>
    <message>
        <source>rate per step, ln of the factor</source>
        <translation>每步的速率，即倍数的 ln</translation>
    </message>
    <message>
        <source>factor per step</source>
        <translation>每步的倍数</translation>
    </message>
    <message>
        <source>half-life in steps</source>
        <translation>半衰期（步）</translation>
    </message>
    <message>
        <source>doubling time in steps</source>
        <translation>倍增时间（步）</translation>
    </message>
    <message>
        <source>memory horizon: steps until a millionth is left</source>
        <translation>记忆范围：到只剩百万分之一的步数</translation>
    </message>
    <message>
        <source>share left over the whole sequence</source>
        <translation>经过整个序列后剩余的比例</translation>
    </message>
</context>
<context>
    <name>rnnscope::VocabularyView</name>
    <message>
        <source>Vocabulary, the most frequent first</source>
        <translation>词汇表，最常见的在前</translation>
    </message>
    <message>
        <source>and %L1 more</source>
        <translation>另有 %L1 个</translation>
    </message>
</context>
<context>
    <name>rnnscope::WeightsDialog</name>
    <message>
        <source>Load weights</source>
        <translation>加载权重</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>In the network</source>
        <translation>网络中</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>These tensors fit several &amp;cells; they are of</source>
        <translation>这些张量适用于多种细胞，它们属于(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>left unused: %1</source>
        <translation>未使用：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: stays zero</source>
        <translation>%1：保持为零</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>one direction</source>
        <translation>单向</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>层数 %1</translation>
    </message>
    <message>
        <source>hidden %1</source>
        <translation>隐藏单元 %1</translation>
    </message>
    <message>
        <source>inputs %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>outputs %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>Prefix “%1” removed.</source>
        <translation>已去掉前缀“%1”。</translation>
    </message>
    <message>
        <source>No read-out in the file: it is drawn from the seed.</source>
        <translation>文件中没有读出层：由种子抽取。</translation>
    </message>
    <message>
        <source>Read-out: “%1”.</source>
        <translation>读出层：“%1”。</translation>
    </message>
    <message>
        <source>The file names its cell.</source>
        <translation>文件中注明了细胞类型。</translation>
    </message>
    <message>
        <source>recurrent ρ</source>
        <translation>循环权重 ρ</translation>
    </message>
    <message>
        <source>forget bias</source>
        <translation>遗忘偏置</translation>
    </message>
    <message>
        <source>zero biases</source>
        <translation>零偏置</translation>
    </message>
    <message>
        <source>edited weights</source>
        <translation>编辑过的权重</translation>
    </message>
    <message>
        <source>Given up for the file&apos;s numbers: %1.</source>
        <translation>为采用文件中的数值而放弃：%1。</translation>
    </message>
</context>
<context>
    <name>rnnscope::WeightsEditor</name>
    <message>
        <source>New number</source>
        <translation>新数值</translation>
    </message>
</context>
<context>
    <name>rnnscope::WeightsHeader</name>
    <message>
        <source>The weights, biases and initial states</source>
        <translation>权重、偏置和初始状态</translation>
    </message>
    <message>
        <source>The gradient of the loss by each of them, before clipping</source>
        <translation>损失对它们各自的梯度，裁剪前</translation>
    </message>
    <message>
        <source>What training has changed since update 0</source>
        <translation>自第 0 次更新以来训练带来的变化</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
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
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>rnnscope::WeightsPanel</name>
    <message>
        <source>More than %L1 numbers are too many to edit; give them as weights in a file</source>
        <translation>超过 %L1 个数，无法编辑；请以权重文件提供</translation>
    </message>
    <message>
        <source>Scale %1</source>
        <translation>缩放 %1</translation>
    </message>
    <message>
        <source>Zero %1</source>
        <translation>将 %1 置零</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>%1 numbers where %2 fit from here on</source>
        <translation>有 %1 个数，而从此处起只容得下 %2 个</translation>
    </message>
    <message>
        <source>Paste into %1</source>
        <translation>粘贴到 %1</translation>
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
        <translation>缩放…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>加上…</translation>
    </message>
    <message>
        <source>Set all to…</source>
        <translation>全部设为…</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>Set spectral radius to…</source>
        <translation>将谱半径设为…</translation>
    </message>
    <message>
        <source>Set to identity ×…</source>
        <translation>设为单位矩阵 ×…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Reset to the setup&apos;s own numbers</source>
        <translation>重置为配置自身的数值</translation>
    </message>
    <message>
        <source>All blocks</source>
        <translation>所有块</translation>
    </message>
    <message>
        <source>This block alone</source>
        <translation>仅此块</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>加数</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>平移 %1</translation>
    </message>
    <message>
        <source>Set the spectral radius of %1</source>
        <translation>设定 %1 的谱半径</translation>
    </message>
    <message>
        <source>Set %1 to the identity</source>
        <translation>将 %1 设为单位矩阵</translation>
    </message>
    <message>
        <source>start and read-out</source>
        <translation>起始状态和读出层</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>∂L/∂</source>
        <translation>∂L/∂</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>变化 %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>Click a number and type another; double click a label for that block alone</source>
        <translation>点击一个数即可改写；双击标签只看该块</translation>
    </message>
    <message>
        <source>Click a number and type another</source>
        <translation>点击一个数即可改写</translation>
    </message>
    <message>
        <source>%1 blocks of numbers</source>
        <translation>%1 块数值</translation>
    </message>
    <message>
        <source>change since update 0</source>
        <translation>自第 0 次更新以来的变化</translation>
    </message>
    <message>
        <source>%1, weights of the input</source>
        <translation>%1，输入权重</translation>
    </message>
    <message>
        <source>%1, recurrent weights</source>
        <translation>%1，循环权重</translation>
    </message>
    <message>
        <source>%1, bias</source>
        <translation>%1，偏置</translation>
    </message>
    <message>
        <source>%1, peephole weights</source>
        <translation>%1，窥孔权重</translation>
    </message>
    <message>
        <source>%1 before the first step</source>
        <translation>第一步之前的%1</translation>
    </message>
    <message>
        <source>read-out, weights</source>
        <translation>读出层，权重</translation>
    </message>
    <message>
        <source>read-out, bias</source>
        <translation>读出层，偏置</translation>
    </message>
    <message>
        <source>Double click: all blocks</source>
        <translation>双击：所有块</translation>
    </message>
    <message>
        <source>Double click: this block alone</source>
        <translation>双击：仅此块</translation>
    </message>
    <message>
        <source>Drag up or down to change it; Shift: finely</source>
        <translation>上下拖动可更改；Shift：微调</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>Drag %1</source>
        <translation>拖动 %1</translation>
    </message>
    <message>
        <source>%L1 numbers</source>
        <translation>%L1 个数</translation>
    </message>
    <message>
        <source>Click a cell to read its number here; the wheel, or a double click on a label, enlarges</source>
        <translation>点击一格，其数值显示在此；滚轮或双击标签可放大</translation>
    </message>
    <message>
        <source>Click a cell to read its number here</source>
        <translation>点击一格，其数值显示在此</translation>
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
