using ImageStreams.Internal;

namespace ImageStreams.References;

/// <summary>A tag with everything that determines its position in a list, computed once.</summary>
internal readonly struct TagSortKey
{
    private readonly string _tag;
    private readonly TagVersion _version;
    private readonly bool _hasPrefix;

    public TagSortKey(string tag)
    {
        _tag = tag;
        _hasPrefix = tag.StartsWith('v');
        if (tag == DockerHub.LatestTag)
        {
            Class = TagPriorityClass.Latest;
        }
        else if (TagVersion.TryScan(Body, out _version, out var isMinor))
        {
            Class = isMinor ? TagPriorityClass.Minor : TagPriorityClass.Full;
        }
        else
        {
            Class = TagPriorityClass.Other;
        }
    }

    public TagPriorityClass Class { get; }

    public string Tag => _tag;

    /// <summary>The position of a version among those of its class, the newest first, in 62 bits, as far as they go.</summary>
    public ulong VersionRank => Class == TagPriorityClass.Latest ? 0 : TagVersion.MaxRank - _version.Rank;

    public string Prefix => _hasPrefix ? "v" : "";

    /// <summary>The full version, or null.</summary>
    public string? Version => Class switch
    {
        TagPriorityClass.Full => Body.ToString(),
        TagPriorityClass.Minor => string.Concat(Body[.._version.CoreLength], ".0", Body[_version.CoreLength..]),
        _ => null,
    };

    private ReadOnlySpan<char> Body => _tag.AsSpan(_hasPrefix ? 1 : 0);

    /// <summary>Compares two keys, and the texts of tags that are equal in the order of OpenShift.</summary>
    public int CompareWithText(in TagSortKey other)
    {
        var order = CompareTo(in other);
        return order != 0 ? order : Utf8Order.Compare(_tag, other._tag);
    }

    /// <summary>Compares two keys: negative when this tag comes first, 0 when the tags differ only in build metadata.</summary>
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
