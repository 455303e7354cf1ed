namespace ImageStreams.Importing;

/// <summary>What became of a repository or a tag in a registry.</summary>
public enum RepositoryAction
{
    /// <summary>Something was pushed to it.</summary>
    Pushed,

    /// <summary>It is gone, or something of it.</summary>
    Deleted,
}
