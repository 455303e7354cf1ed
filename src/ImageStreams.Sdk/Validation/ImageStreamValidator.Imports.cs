using ImageStreams.Collections;

namespace ImageStreams.Validation;

public static partial class ImageStreamValidator
{
    /// <summary>Validates a request to import images.</summary>
    /// <remarks>
    /// Does not check the registries: OpenShift checks them for each image when it imports, and reports the result in the
    /// status of the image.
    /// </remarks>
    /// <param name="import">The request.</param>
    /// <returns>The errors; empty when the request is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="import"/> is null.</exception>
    public static ValueList<FieldError> Validate(ImageStreamImport import)
    {
        ArgumentNullException.ThrowIfNull(import);

        var errors = KindRules.Check(import);
        ImportRules.Check(import, errors);
        return errors.ToValueList();
    }

    /// <summary>Validates an <c>ImageStreamMapping</c>, which records an image that was pushed into a stream.</summary>
    /// <remarks>
    /// A server fills in an absent <c>dockerImageReference</c> before it validates; here its absence is an error.
    /// </remarks>
    /// <param name="mapping">The mapping.</param>
    /// <returns>The errors; empty when the mapping is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mapping"/> is null.</exception>
    public static ValueList<FieldError> Validate(ImageStreamMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);

        var errors = KindRules.Check(mapping);
        MappingRules.Check(mapping, errors);
        return errors.ToValueList();
    }
}
