namespace ImageStreams.Resolution;

/// <summary>How a way came to a tag: the rule by which the tag before it was read.</summary>
public enum TagHopRule
{
    /// <summary>It is the tag that was asked for.</summary>
    Requested,

    /// <summary>The tag before names it alone, such as <c>3.8</c>: a tag of the same stream.</summary>
    TagOfSameStream,

    /// <summary>The tag before names it with the stream that both are of, such as <c>python:3.8</c>.</summary>
    OwnStreamByName,

    /// <summary>The tag before names its own stream and no tag, <c>python:</c>, which means <c>latest</c>.</summary>
    DefaultTag,

    /// <summary>The tag before names another stream of its namespace.</summary>
    OtherStream,

    /// <summary>The tag before names another namespace; without a colon, the stream of its own name there.</summary>
    OtherNamespace,
}
