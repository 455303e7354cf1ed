using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

/// <summary>Selects the tags that a change of a stream may concern; all others stay as they are.</summary>
/// <remarks>
/// <code>
///   tag ◀──follows── changed ◀──follows── follower ◀──follows── follower
/// </code>
/// Those that were changed, all that they follow, because the order of the changes depends on it, and all that follow a tag
/// that may move. Works its way from tag to tag while these are few, and otherwise takes every tag that follows another.
/// </remarks>
internal sealed class ChangedTags
{
    /// <summary>The number of tags up to which each follower is searched for.</summary>
    private const int MaxSearched = 64;

    /// <summary>The number of searches for followers of followers.</summary>
    private const int MaxSearches = 8;

    private readonly ImageStream _stream;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { PullSpecs.OrLatest("") };
    private readonly HashSet<string> _moving = new(StringComparer.Ordinal);

    private ChangedTags(ImageStream stream) => _stream = stream;

    /// <summary>Selects the names of the tags, in byte order.</summary>
    /// <param name="stream">The changed stream, its tags sorted.</param>
    /// <param name="old">The stream before, its tags sorted.</param>
    public static string[] Select(ImageStream stream, ImageStream old)
    {
        var changed = new ChangedTags(stream);
        changed.AddChanges(old);
        if (!changed.TryAddFollowers())
        {
            changed._names.UnionWith(StreamRows.SelectFollowers(stream));
        }

        return StreamRows.Sort(stream, changed._names);
    }

    private void AddChanges(ImageStream old)
    {
        _moving.UnionWith(_stream.Status.Tags.FindChanges(old.Status.Tags).Select(static change => change.Key));
        foreach (var change in _stream.Spec.Tags.FindChanges(old.Spec.Tags))
        {
            _moving.Add(change.Key);
            AddFollowed(change.New);
        }

        _names.UnionWith(_moving);
    }

    /// <summary>Adds the tags that a spec tag follows; OpenShift may write into the entry of the first of them.</summary>
    private void AddFollowed(TagReference? specTag)
    {
        if (TagSource.FindFollowedTag(_stream, specTag) is { } first)
        {
            _moving.Add(first);
        }

        while (TagSource.FindFollowedTag(_stream, specTag) is { } tag && _names.Add(tag))
        {
            specTag = _stream.Spec.Tags.Find(tag);
        }
    }

    /// <summary>Adds the tags that follow one that may move; false when there are many.</summary>
    private bool TryAddFollowers()
    {
        IReadOnlyCollection<string> moving = _moving;
        for (var search = 0; moving.Count > 0; search++)
        {
            if (search == MaxSearches || _names.Count > MaxSearched)
            {
                return false;
            }

            moving = StreamRows.GetFollowers(_stream, moving)
                .Select(static specTag => specTag.Name)
                .Where(_moving.Add)
                .ToList();
            _names.UnionWith(moving);
        }

        return true;
    }
}
