using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Converts deployment configurations to Deployments with a trigger annotation.</summary>
internal sealed class ConvertCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);

    public ConvertCommand()
        : base("convert", "Converts DeploymentConfigs to Deployments with a trigger annotation, and lists what cannot be carried over.", "imagestreams convert deploy/ > deployments.yaml")
    {
        _input.AddTo(this);
        _output.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var input = await LoadedInput.LoadWithProblemsAsync(_input.Read(parsed), environment, cancellationToken)
            .ConfigureAwait(false);
        var conversions = ConvertedDeployment.Convert(input);
        if (_output.Read(parsed) == OutputOption.Json)
        {
            ConvertWriter.WriteJson(environment, conversions);
        }
        else
        {
            ConvertWriter.WriteYaml(environment, conversions);
        }

        return input.GetExitCode(isFine: true);
    }
}
