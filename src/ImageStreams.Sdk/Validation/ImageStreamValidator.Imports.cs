using ImageStreams.Collections;

namespace ImageStreams.Validation;

public static partial class ImageStreamValidator
{
    /// <summary>What is wrong with a request to import images.</summary>
    /// <remarks>
    /// Its registries are not asked about here: OpenShift does that for each image when it imports, and answers it in the
    /// status of the image.
    /// </remarks>
    /// <param name="import">The request.</param>
    /// <returns>The errors; empty when the request is good.</returns>
    public static ValueList<FieldError> Validate(ImageStreamImport import)
    {
        ArgumentNullException.ThrowIfNull(import);

        var errors = new FieldErrors();
        ImportRules.Check(import, errors);
        return errors.ToValueList();
    }

    /// <summary>What is wrong with the notice that an image was pushed into a stream.</summary>
    /// <remarks>
    /// The server composes a <c>dockerImageReference</c> that is left out before it validates; here it is missing.
    /// </remarks>
    /// <param name="mapping">The notice.</param>
    /// <returns>The errors; empty when the notice is good.</returns>
    public static ValueList<FieldError> Validate(ImageStreamMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);

        var errors = new FieldErrors();
        MappingRules.Check(mapping, errors);
        return errors.ToValueList();
    }
}
