namespace ImageStreams.Importing;

/// <summary>The kinds of changes of a repository or tag in a registry.</summary>
public enum RepositoryAction
{
    /// <summary>An image was pushed.</summary>
    Pushed,

    /// <summary>The repository, or an image of it, was deleted.</summary>
    Deleted,
}
