using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Says what is wrong with an object before an API server does.</summary>
public static class ImageStreamValidator
{
    /// <summary>What is wrong with a stream that is to be created.</summary>
    public static ValueList<FieldError> Validate(ImageStream stream, AllowedRegistries allowed) =>
        default;

    /// <summary>What is wrong with a stream that is to take the place of another.</summary>
    public static ValueList<FieldError> ValidateUpdate(ImageStream stream, ImageStream old, AllowedRegistries allowed) =>
        default;

    /// <summary>What is wrong with a stream of which only the status is to take the place of another's.</summary>
    public static ValueList<FieldError> ValidateStatusUpdate(
        ImageStream stream, ImageStream old, AllowedRegistries allowed) => default;
}
