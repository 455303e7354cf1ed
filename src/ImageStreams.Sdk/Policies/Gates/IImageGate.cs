namespace ImageStreams.Policies;

/// <summary>A check that looks at an image before a tag moves to it, such as one of signatures.</summary>
/// <remarks>
/// <para>
/// An answer is kept with the digest, and the check is not asked about the image again, until its <see cref="Revision"/> is another
/// one. An exception is taken for <see cref="ImageGateResult.NotNow"/>: nothing passes that was not looked at.
/// </para>
/// <para>Implementations are safe for concurrent use.</para>
/// </remarks>
public interface IImageGate
{
    /// <summary>The name in the annotation: 1 to 63 lower-case letters, digits and dashes.</summary>
    string Name { get; }

    /// <summary>
    /// A text that changes with what the check accepts, such as a digest of its keys; at most 64 characters, empty by default.
    /// </summary>
    string Revision => "";

    /// <summary>Looks at an image.</summary>
    /// <param name="request">The image.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The answer.</returns>
    Task<ImageGateResult> CheckAsync(ImageGateRequest request, CancellationToken cancellationToken);
}
