using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Resolves tags to images.</summary>
internal sealed class ResolveCommand()
    : TagAnswerCommand("resolve", "Finds the image that a tag leads to.", "imagestreams resolve deploy/ --tag shop/web:latest")
{
    /// <inheritdoc/>
    protected override void WriteText(TextOutput output, ValueList<TagAnswer> answer, LoadedInput input) =>
        ResolveWriter.WriteText(output, answer);

    /// <inheritdoc/>
    protected override void WriteJson(ToolEnvironment environment, ValueList<TagAnswer> answer, LoadedInput input) =>
        ResolveWriter.WriteJson(environment, answer);
}
