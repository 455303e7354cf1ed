namespace ImageStreams.Importing;

/// <summary>A tag of a stream that is imported from a repository, or the whole repository.</summary>
/// <param name="Name">The name of the tag; <see cref="StreamSchedule.Repository"/> for the whole repository.</param>
/// <param name="SourceTag">The tag in the repository; null for the whole repository.</param>
/// <param name="IsScheduled">Whether it is imported on a schedule.</param>
internal readonly record struct FollowedTag(string Name, string? SourceTag, bool IsScheduled)
{
    /// <summary>Determines whether a move affects the tag; a move without a tag affects each.</summary>
    public bool IsAffected(RepositoryMove move) => move.Tag is null || SourceTag is null || SourceTag == move.Tag;
}
