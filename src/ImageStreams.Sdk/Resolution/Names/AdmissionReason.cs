namespace ImageStreams.Resolution;

/// <summary>The reasons why admission leaves an image unchanged.</summary>
public enum AdmissionReason
{
    /// <summary>The policy has no rule for objects of this kind, such as pod templates.</summary>
    KindNotCovered,

    /// <summary>Another object manages this one, and was admitted itself.</summary>
    HasController,

    /// <summary>The object is updated, and of a kind that is rewritten only when it is created, such as a job.</summary>
    OnlyOnCreate,

    /// <summary>The container of this name had this image before the update.</summary>
    Unchanged,

    /// <summary>The name resolves to an image, but is not the name of a stream in the namespace.</summary>
    NotALocalName,

    /// <summary>The name does not resolve to an image.</summary>
    NotResolved,
}
