namespace ImageStreams.Workspaces;

/// <summary>The assumptions under which an <see cref="ImageStreamWorkspace"/> answers.</summary>
[Flags]
public enum WorkspaceAssumptions
{
    /// <summary>No assumption: only the status of the streams counts, as in a cluster.</summary>
#pragma warning disable CA1008 // the absence of assumptions has a name of its own
    AsStored = 0,
#pragma warning restore CA1008

    /// <summary>A spec tag that follows an image, or a tag that has one, has been imported.</summary>
    AssumeImported = 1,

    /// <summary>A tag that a build pushes has its image.</summary>
    AssumePushed = 2,
}
