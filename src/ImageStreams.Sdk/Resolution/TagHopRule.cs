namespace ImageStreams.Resolution;

/// <summary>The rules by which the name that a tag follows is read.</summary>
public enum TagHopRule
{
    /// <summary>The tag is the requested one.</summary>
    Requested,

    /// <summary>The previous tag names it alone, such as <c>3.8</c>: a tag of the same stream.</summary>
    TagOfSameStream,

    /// <summary>The previous tag names it with the stream of both, such as <c>python:3.8</c>.</summary>
    OwnStreamByName,

    /// <summary>The previous tag names its own stream and no tag, <c>python:</c>, which means <c>latest</c>.</summary>
    DefaultTag,

    /// <summary>The previous tag names another stream of its namespace.</summary>
    OtherStream,

    /// <summary>The previous tag names another namespace; without a colon, the stream of its own name there.</summary>
    OtherNamespace,
}
