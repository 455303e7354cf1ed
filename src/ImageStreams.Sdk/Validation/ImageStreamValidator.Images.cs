using ImageStreams.Collections;

namespace ImageStreams.Validation;

public static partial class ImageStreamValidator
{
    /// <summary>What is wrong with an image that is to be created.</summary>
    /// <remarks>Its manifest, configuration and metadata are not read; importing does that.</remarks>
    /// <param name="image">The image.</param>
    /// <returns>The errors; empty when the image is good.</returns>
    public static ValueList<FieldError> Validate(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);

        var errors = new FieldErrors();
        ImageRules.Check(image, default, errors);
        return errors.ToValueList();
    }

    /// <summary>What is wrong with an image that is to take the place of another.</summary>
    /// <param name="image">The image as it is to be.</param>
    /// <param name="old">The image as it is.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateUpdate(Image image, Image old)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(old);

        var errors = new FieldErrors();
        ObjectMetaUpdateRules.Check(image.Metadata, old.Metadata, errors);
        ImageRules.Check(image, default, errors);
        return errors.ToValueList();
    }

    /// <summary>What is wrong with the signature of an image that is to be created.</summary>
    /// <remarks>The signature itself is not verified.</remarks>
    /// <param name="signature">The signature.</param>
    /// <returns>The errors; empty when the signature is well-formed.</returns>
    public static ValueList<FieldError> Validate(ImageSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);

        var errors = new FieldErrors();
        SignatureRules.Check(signature, default, errors);
        return errors.ToValueList();
    }

    /// <summary>What is wrong with the signature of an image that is to take the place of another.</summary>
    /// <remarks>Neither its type nor its content may change.</remarks>
    /// <param name="signature">The signature as it is to be.</param>
    /// <param name="old">The signature as it is.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateUpdate(ImageSignature signature, ImageSignature old)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(old);

        var errors = new FieldErrors();
        ObjectMetaUpdateRules.Check(signature.Metadata, old.Metadata, errors);
        SignatureRules.Check(signature, default, errors);
        SignatureRules.CheckUnchanged(signature, old, errors);
        return errors.ToValueList();
    }
}
