using ImageStreams.Graphs;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>The manifests of a command line and the workspace made of them.</summary>
internal sealed class LoadedInput
{
    private readonly UnreadPaths _unread;

    private LoadedInput(ManifestSet manifests, ClusterInput? cluster, InputSettings settings, ImageMentionSet? mentions)
    {
        Manifests = manifests;
        Cluster = cluster;
        Settings = settings;
        _unread = UnreadPaths.Find(settings.Paths.Concat(settings.OtherPaths), manifests, mentions);
        Objects = WorkspaceFactory.Merge(manifests, cluster);
        Workspace = WorkspaceFactory.Create(Objects, settings);
    }

    /// <summary>The manifests.</summary>
    public ManifestSet Manifests { get; }

    /// <summary>The cluster that the manifests stand over; null for none.</summary>
    public ClusterInput? Cluster { get; }

    /// <summary>The objects as they are, without the assumptions of the workspace.</summary>
    public WorkspaceObjects Objects { get; }

    /// <summary>The workspace.</summary>
    public ImageStreamWorkspace Workspace { get; }

    /// <summary>The settings of the command line.</summary>
    public InputSettings Settings { get; }

    /// <summary>Gets a value indicating whether a path of the command line could not be read.</summary>
    public bool IsIncomplete => _unread.IsAny;

    /// <summary>Loads the manifests; their problems are left to the command.</summary>
    public static async Task<LoadedInput> LoadAsync(
        InputSettings settings, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var (manifests, cluster) = await ReadAsync(settings, environment, cancellationToken).ConfigureAwait(false);
        return new LoadedInput(manifests, cluster, settings, mentions: null);
    }

    /// <summary>Loads the manifests and writes their problems to the standard error.</summary>
    /// <param name="settings">The manifests.</param>
    /// <param name="environment">The surroundings.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <param name="mentions">The other files that the command has read; null for none.</param>
    public static async Task<LoadedInput> LoadWithProblemsAsync(
        InputSettings settings, ToolEnvironment environment, CancellationToken cancellationToken, ImageMentionSet? mentions = null)
    {
        var (manifests, cluster) = await ReadAsync(settings, environment, cancellationToken).ConfigureAwait(false);
        ProblemOutput.Write(environment, MentionLoading.FindProblems(manifests, mentions));
        return new LoadedInput(manifests, cluster, settings, mentions);
    }

    /// <summary>Finds the place of a field.</summary>
    public TextPlace? FindPlace(GraphField field) => Manifests.FindPlace(field);

    /// <summary>Finds the place of a field as a text; the object, and that it is of the cluster, when it is from no file.</summary>
    public string ShowPlace(GraphField field) => FindPlace(field)?.ToString() ?? (Cluster is null ? $"{field}" : $"cluster: {field}");

    /// <summary>Gets the exit code of an answer: a path that could not be read makes no answer fine.</summary>
    public int GetExitCode(bool isFine) => GetExitCode(isFine, IsIncomplete);

    /// <summary>Gets the exit code of findings: those of a severity or above fail the command. A text that cannot be read is one of
    /// them, but a path that cannot be opened is none.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="failOn">The least severity that fails the command.</param>
    /// <param name="isLeft">True when a correction could not be made.</param>
    public int GetExitCode(FindingReport report, TriggerSeverity failOn, bool isLeft = false) =>
        GetExitCode(!isLeft && report.GetExitCode(failOn) == ToolExitCode.Fine, _unread.IsClosed);

    /// <summary>Parses the name of a tag on the command line.</summary>
    public ImageStreamTagName ParseTag(string text) => TagNameReader.Parse(text, this);

    private static async Task<(ManifestSet Manifests, ClusterInput? Cluster)> ReadAsync(
        InputSettings settings, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var cluster = settings.Cluster is { } named
            ? await ClusterLoading.LoadAsync(named, settings.Namespace, environment, cancellationToken).ConfigureAwait(false)
            : null;
        var own = settings with { Namespace = settings.Namespace ?? cluster?.Namespace };
        return (await ManifestLoading.LoadAsync(own, environment, cancellationToken).ConfigureAwait(false), cluster);
    }

    private static int GetExitCode(bool isFine, bool isFailed) => (isFailed, isFine) switch
    {
        (true, _) => ToolExitCode.Failed,
        (_, true) => ToolExitCode.Fine,
        _ => ToolExitCode.Findings,
    };
}
