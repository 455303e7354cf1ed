using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Explains where tags lead, step by step.</summary>
internal sealed class ExplainCommand()
    : TagAnswerCommand("explain", "Explains where a tag leads and why, step by step.", "imagestreams explain deploy/ --tag shop/web:latest")
{
    /// <inheritdoc/>
    protected override void WriteText(TextOutput output, ValueList<TagAnswer> answer, LoadedInput input) =>
        ExplainWriter.WriteText(output, answer);

    /// <inheritdoc/>
    protected override void WriteJson(ToolEnvironment environment, ValueList<TagAnswer> answer, LoadedInput input) =>
        ExplainWriter.WriteJson(environment, answer);
}
