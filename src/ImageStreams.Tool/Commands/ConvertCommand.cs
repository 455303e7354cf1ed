using System.CommandLine;
using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Converts deployment configurations to Deployments with a trigger annotation.</summary>
internal sealed class ConvertCommand() : AnswerCommand<ValueList<ConvertedDeployment>>(
    "convert",
    "Converts DeploymentConfigs to Deployments with a trigger annotation, and lists what cannot be carried over.",
    "imagestreams convert deploy/ > deployments.yaml")
{
    /// <inheritdoc/>
    protected override ValueList<ConvertedDeployment> Ask(LoadedInput input, ParseResult parsed) => ConvertedDeployment.Convert(input);

    /// <inheritdoc/>
    protected override void WriteText(TextOutput output, ValueList<ConvertedDeployment> answer, LoadedInput input) =>
        ConvertWriter.WriteYaml(output, answer);

    /// <inheritdoc/>
    protected override void WriteJson(ToolEnvironment environment, ValueList<ConvertedDeployment> answer, LoadedInput input) =>
        ConvertWriter.WriteJson(environment, answer);
}
