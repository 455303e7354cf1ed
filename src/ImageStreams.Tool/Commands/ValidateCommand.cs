using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Finds what an API server would refuse.</summary>
internal sealed class ValidateCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOption _output = new(FindingWriter.Forms);
    private readonly FindingOptions _findings = new();
    private readonly Option<bool> _lenient = new("--lenient")
    {
        Description = "Accept unknown and duplicate fields, as an API server without strict field validation does.",
    };

    public ValidateCommand()
        : base("validate", "Finds what an API server would refuse, misspelled fields included.", "imagestreams validate deploy/ --format sarif > validate.sarif")
    {
        _input.AddTo(this);
        _output.AddTo(this);
        _findings.AddTo(this);
        Add(_lenient);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var input = await LoadedInput.LoadAsync(_input.Read(parsed), environment, cancellationToken).ConfigureAwait(false);
        var problems = input.Manifests.Problems.Select(Finding.FromProblem);
        var refusals = ManifestValidation.Validate(input, isStrict: !parsed.GetValue(_lenient));
        var report = new FindingReport(
            "validate",
            problems.Concat(refusals),
            _findings.ReadIgnored(parsed),
            input.Manifests.Files.Count,
            input.Manifests.Objects.Count);
        FindingWriter.Write(environment, report, _output.Read(parsed));
        return input.GetExitCode(report, _findings.ReadFailOn(parsed));
    }
}
