using System.CommandLine;
using ImageStreams.Collections;
using ImageStreams.Graphs;

namespace ImageStreams.Tool;

/// <summary>Finds cycles of tags and loops of builds, and the place to cut each.</summary>
internal sealed class CyclesCommand() : AnswerCommand<ValueList<GraphCycle>>(
    "cycles",
    "Finds cycles of tags and loops of builds, each with its shortest path and the place to cut it.",
    "imagestreams cycles deploy/",
    readsClusters: true)
{
    /// <inheritdoc/>
    protected override ValueList<GraphCycle> Ask(LoadedInput input, ParseResult parsed) => input.Workspace.Cycles;

    /// <inheritdoc/>
    protected override void WriteText(TextOutput output, ValueList<GraphCycle> answer, LoadedInput input) =>
        CycleText.Write(output, answer, input);

    /// <inheritdoc/>
    protected override void WriteJson(ToolEnvironment environment, ValueList<GraphCycle> answer, LoadedInput input) =>
        JsonOutput.Write(environment, "cycles", writer => writer.WriteCycles("cycles", answer, input));

    /// <inheritdoc/>
    protected override bool IsFine(ValueList<GraphCycle> answer) => answer.IsEmpty;
}
