namespace ImageStreams.Manifests;

/// <summary>The place where the edit of an image name is written.</summary>
internal abstract class MentionTarget
{
    /// <summary>The parts of the file that the name consists of and may share with others.</summary>
    public virtual IReadOnlyList<MentionPiece> Pieces => [];

    /// <summary>Finds the reason why tag and digest cannot be edited; null when they can.</summary>
    /// <param name="shared">The offsets of the parts that other image names have, too.</param>
    public abstract string? FindObstacle(IReadOnlySet<int> shared);

    /// <summary>Adds the patches that change the name; false when they cannot be made.</summary>
    /// <param name="before">The name as it is.</param>
    /// <param name="after">The new name.</param>
    /// <param name="shared">The offsets of the parts that other image names have, too.</param>
    /// <param name="changes">The changes of the file.</param>
    public abstract bool TryEdit(string before, string after, IReadOnlySet<int> shared, MentionChanges changes);
}
