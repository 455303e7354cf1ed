namespace ImageStreams.References;

/// <summary>The classes of tags, in the order in which OpenShift lists them.</summary>
public enum TagPriorityClass
{
    /// <summary>The tag <c>latest</c>, in lower case.</summary>
    Latest,

    /// <summary>A version without a patch number, such as <c>1.2</c>, <c>v1.2</c> or <c>1.2-rc1</c>.</summary>
    Minor,

    /// <summary>A complete semantic version, such as <c>1.2.3</c> or <c>v1.2.3-rc.1+build</c>.</summary>
    Full,

    /// <summary>Any other text.</summary>
    Other,
}
