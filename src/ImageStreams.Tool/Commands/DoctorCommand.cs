using System.CommandLine;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>Examines triggers, tags and texts, and corrects what can be corrected in one way only.</summary>
internal sealed class DoctorCommand : ToolCommand
{
    private readonly InputOptions _input = new(new ClusterOptions());
    private readonly OutputOption _output = new(FindingWriter.Forms);
    private readonly FindingOptions _findings = new();
    private readonly EditOptions _edits = new();
    private readonly Option<bool> _fix = new("--fix")
    {
        Description = "Correct what can be corrected in one way only: shows the difference, and asks before it writes.",
    };

    public DoctorCommand()
        : base(
            "doctor",
            "Finds triggers that never fire, texts that nobody can read, and values that mean something else than they seem to.",
            "imagestreams doctor deploy/ --fail-on error --format github")
    {
        _input.AddTo(this);
        _output.AddTo(this);
        _findings.AddTo(this);
        Add(_fix);
        _edits.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var form = _output.Read(parsed);
        var isFix = parsed.GetValue(_fix);
        if (isFix && form != OutputOption.Text)
        {
            throw ToolException.Usage("--fix shows a difference and asks; it has no other form than text.");
        }

        var settings = _input.Read(parsed);
        if (isFix && settings.Paths.IsEmpty)
        {
            throw ToolException.Usage("--fix corrects files, not a cluster: name files to correct.");
        }

        var input = await LoadedInput.LoadAsync(settings, environment, cancellationToken).ConfigureAwait(false);
        var report = CreateReport(input, parsed);
        var isLeft = false;
        if (isFix)
        {
            (report, isLeft) = await FixAsync(input, report, parsed, environment, cancellationToken).ConfigureAwait(false);
        }

        FindingWriter.Write(environment, report, form);
        return input.GetExitCode(report, _findings.ReadFailOn(parsed), isLeft);
    }

    private FindingReport CreateReport(LoadedInput input, ParseResult parsed)
    {
        var triggers = input.Workspace.Diagnose()
            .Select(finding => Finding.FromTrigger(finding, input.FindPlace(finding.Location)));
        var problems = input.Manifests.Problems.Select(Finding.FromProblem);
        return new FindingReport(
            "doctor",
            problems.Concat(triggers),
            _findings.ReadIgnored(parsed),
            input.Manifests.Files.Count,
            input.Manifests.Objects.Count,
            input.Cluster?.Count);
    }

    /// <summary>Makes every correction that can be made, names the others, and examines the corrected files.</summary>
    private async Task<(FindingReport Report, bool IsLeft)> FixAsync(
        LoadedInput input,
        FindingReport report,
        ParseResult parsed,
        ToolEnvironment environment,
        CancellationToken cancellationToken)
    {
        var fixes = DoctorFixes.Create(input, report.Findings.Select(finding => finding.Trigger).OfType<TriggerFinding>());
        var isWritten = await ChangeWriter.WriteAsync(fixes.Changes, _edits.ReadYes(parsed), environment, cancellationToken)
            .ConfigureAwait(false);
        fixes.WriteRefused(TextOutput.ForOut(environment));
        if (!isWritten)
        {
            return (report, fixes.HasRefused);
        }

        var corrected = await LoadedInput.LoadAsync(input.Settings, environment, cancellationToken).ConfigureAwait(false);
        return (CreateReport(corrected, parsed), fixes.HasRefused);
    }
}
