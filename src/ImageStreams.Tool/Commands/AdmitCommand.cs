using System.CommandLine;
using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Finds what the images of workloads become at admission.</summary>
internal sealed class AdmitCommand() : AnswerCommand<ValueList<AdmissionAnswer>>(
    "admit",
    "Finds what 'image: ruby' in a workload becomes when it is created, or why it stays.",
    "imagestreams admit deploy/")
{
    /// <inheritdoc/>
    protected override ValueList<AdmissionAnswer> Ask(LoadedInput input, ParseResult parsed) => AdmissionAnswers.Create(input);

    /// <inheritdoc/>
    protected override void WriteText(TextOutput output, ValueList<AdmissionAnswer> answer, LoadedInput input) =>
        AdmissionWriter.WriteText(output, answer);

    /// <inheritdoc/>
    protected override void WriteJson(ToolEnvironment environment, ValueList<AdmissionAnswer> answer, LoadedInput input) =>
        AdmissionWriter.WriteJson(environment, answer);
}
