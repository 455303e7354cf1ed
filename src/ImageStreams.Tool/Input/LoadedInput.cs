using ImageStreams.Graphs;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>The manifests of a command line and the workspace made of them.</summary>
internal sealed class LoadedInput
{
    private LoadedInput(ManifestSet manifests, InputSettings settings)
    {
        Manifests = manifests;
        Settings = settings;
        Workspace = WorkspaceFactory.Create(manifests, settings);
    }

    /// <summary>The manifests.</summary>
    public ManifestSet Manifests { get; }

    /// <summary>The workspace.</summary>
    public ImageStreamWorkspace Workspace { get; }

    /// <summary>The settings of the command line.</summary>
    public InputSettings Settings { get; }

    /// <summary>Gets a value indicating whether a path of the command line could not be read.</summary>
    public bool IsIncomplete => Manifests.Problems.Any(problem => problem.Kind == ManifestProblemKind.Unreadable);

    /// <summary>Loads the manifests; their problems are left to the command.</summary>
    public static async Task<LoadedInput> LoadAsync(
        InputSettings settings, ToolEnvironment environment, CancellationToken cancellationToken) =>
        new(await ManifestLoading.LoadAsync(settings, environment, cancellationToken).ConfigureAwait(false), settings);

    /// <summary>Loads the manifests and writes their problems to the standard error.</summary>
    public static async Task<LoadedInput> LoadWithProblemsAsync(
        InputSettings settings, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var input = await LoadAsync(settings, environment, cancellationToken).ConfigureAwait(false);
        ProblemOutput.Write(environment, input.Manifests);
        return input;
    }

    /// <summary>Finds the place of a field.</summary>
    public TextPlace? FindPlace(GraphField field) => Manifests.FindPlace(field);

    /// <summary>Finds the place of a field as a text; the object when it is from no file.</summary>
    public string ShowPlace(GraphField field) => FindPlace(field)?.ToString() ?? field.ToString();

    /// <summary>Gets the exit code of an answer: an incomplete input makes no answer fine.</summary>
    public int GetExitCode(bool isFine) =>
        (IsIncomplete, isFine) switch
        {
            (true, _) => ToolExitCode.Failed,
            (_, true) => ToolExitCode.Fine,
            _ => ToolExitCode.Findings,
        };

    /// <summary>Gets the exit code of findings: those of a severity or above fail the command, and so does an incomplete input.</summary>
    public int GetExitCode(FindingReport report, TriggerSeverity failOn) =>
        GetExitCode(report.GetExitCode(failOn) == ToolExitCode.Fine);

    /// <summary>Parses the name of a tag on the command line.</summary>
    public ImageStreamTagName ParseTag(string text) => TagNameReader.Parse(text, this);
}
