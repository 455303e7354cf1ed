using ImageStreams.Internal;
namespace ImageStreams.References;

/// <summary>A tag with everything that decides its place in a list, found once.</summary>
internal readonly struct TagSortKey
{
    private readonly string _tag;
    private readonly TagVersion _version;
    private readonly bool _hasPrefix;

    public TagSortKey(string tag)
    {
        _tag = tag;
        _hasPrefix = tag.StartsWith('v');
        Class = tag == DockerHub.LatestTag ? TagPriorityClass.Latest
            : !TagVersion.TryScan(Body, out _version, out var isMinor) ? TagPriorityClass.Other
            : isMinor ? TagPriorityClass.Minor
            : TagPriorityClass.Full;
    }

    public TagPriorityClass Class { get; }

    public string Prefix => _hasPrefix ? "v" : "";

    /// <summary>The version in full, or null.</summary>
    public string? Version => Class switch
    {
        TagPriorityClass.Full => Body.ToString(),
        TagPriorityClass.Minor => string.Concat(Body[.._version.CoreLength], ".0", Body[_version.CoreLength..]),
        _ => null,
    };

    private ReadOnlySpan<char> Body => _tag.AsSpan(_hasPrefix ? 1 : 0);

    /// <summary>Negative when this tag is to be listed first; 0 when only build metadata tells the two apart.</summary>
    public int CompareTo(in TagSortKey other)
    {
        if (Class != other.Class)
        {
            return (int)Class - (int)other.Class;
        }

        if (Class == TagPriorityClass.Other)
        {
            return Utf8Order.Compare(_tag, other._tag);
        }

        var newestFirst = TagVersion.Compare(in other._version, other.Body, in _version, Body);
        return newestFirst != 0 ? newestFirst : _hasPrefix.CompareTo(other._hasPrefix);
    }
}
