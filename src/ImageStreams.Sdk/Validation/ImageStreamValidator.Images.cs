using ImageStreams.Collections;

namespace ImageStreams.Validation;

public static partial class ImageStreamValidator
{
    /// <summary>Validates an image that is to be created.</summary>
    /// <remarks>Does not read its manifest, configuration and metadata; importing does that.</remarks>
    /// <param name="image">The image.</param>
    /// <returns>The errors; empty when the image is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    public static ValueList<FieldError> Validate(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);

        var errors = KindRules.Check(image);
        ImageRules.Check(image, default, errors);
        return errors.ToValueList();
    }

    /// <summary>Validates an image that is to replace another.</summary>
    /// <param name="image">The new image.</param>
    /// <param name="old">The current image.</param>
    /// <returns>The errors; empty when the update is valid.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="image"/> or <paramref name="old"/> is null.
    /// </exception>
    public static ValueList<FieldError> ValidateUpdate(Image image, Image old)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(old);

        var errors = KindRules.Check(image);
        ObjectMetaUpdateRules.Check(image.Metadata, old.Metadata, errors);
        ImageRules.Check(image, default, errors);
        return errors.ToValueList();
    }

    /// <summary>Validates the signature of an image that is to be created.</summary>
    /// <remarks>Does not verify the signature.</remarks>
    /// <param name="signature">The signature.</param>
    /// <returns>The errors; empty when the signature is well-formed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="signature"/> is null.</exception>
    public static ValueList<FieldError> Validate(ImageSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);

        var errors = KindRules.Check(signature);
        SignatureRules.Check(signature, default, errors);
        return errors.ToValueList();
    }

    /// <summary>Validates the signature of an image that is to replace another.</summary>
    /// <remarks>Neither its type nor its content may change.</remarks>
    /// <param name="signature">The new signature.</param>
    /// <param name="old">The current signature.</param>
    /// <returns>The errors; empty when the update is valid.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="signature"/> or <paramref name="old"/> is null.
    /// </exception>
    public static ValueList<FieldError> ValidateUpdate(ImageSignature signature, ImageSignature old)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(old);

        var errors = KindRules.Check(signature);
        ObjectMetaUpdateRules.Check(signature.Metadata, old.Metadata, errors);
        SignatureRules.Check(signature, default, errors);
        SignatureRules.CheckUnchanged(signature, old, errors);
        return errors.ToValueList();
    }
}
