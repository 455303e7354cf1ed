using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>The answer to the question where a tag leads.</summary>
internal sealed record TagAnswer
{
    /// <summary>The tag.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>The resolution, its steps, and its assumptions.</summary>
    public required WorkspaceResolution Answer { get; init; }

    /// <summary>The tags on the way, this one first, each with the place of its spec tag.</summary>
    public required ValueList<(string Name, TextPlace? Place)> Path { get; init; }

    /// <summary>The tag's policy and the state of its gates in sentences; empty without a policy.</summary>
    public required ValueList<string> Policy { get; init; }

    /// <summary>The kind of the resolution: <c>resolved</c>, <c>pendingImport</c> and so on.</summary>
    public string Status => ToolText.ToCamelCase(Answer.Resolution.GetType().Name);

    /// <summary>The pull spec; null when there is none.</summary>
    public string? PullSpec => (Answer.Resolution as TagResolution.Resolved)?.PullSpec;
}
