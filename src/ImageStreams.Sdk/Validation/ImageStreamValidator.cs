using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Says what is wrong with an object before an API server does.</summary>
/// <remarks>
/// <para>
/// The rules are those of OpenShift's API server, with its paths and classes of errors. A validator reports every error,
/// in the order of the document; an object without errors costs no more than a look at each of its fields. Pure
/// functions, safe to call from any thread.
/// </para>
/// <para>
/// No defaults are applied before: a <c>referencePolicy.type</c> that is left out is an error here, which the server
/// fills in first. What can be known of other objects only, such as whether a tag to follow exists, is not asked here.
/// An update repeats the errors of the metadata that both the rules for updates and those for objects find, as the
/// server does.
/// </para>
/// </remarks>
public static partial class ImageStreamValidator
{
    /// <summary>What is wrong with a stream that is to be created.</summary>
    /// <remarks>The names of tags are not checked: OpenShift accepts any.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="allowed">The registries that images may come from.</param>
    /// <returns>The errors; empty when the stream is good.</returns>
    public static ValueList<FieldError> Validate(ImageStream stream, AllowedRegistries allowed)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(allowed);

        var errors = new FieldErrors();
        new StreamRules(stream, new AdmissionCache(allowed), errors).Check();
        return errors.ToValueList();
    }

    /// <summary>What is wrong with a stream that is to be created, wherever its images come from.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The errors; empty when the stream is good.</returns>
    public static ValueList<FieldError> Validate(ImageStream stream) => Validate(stream, AllowedRegistries.All);

    /// <summary>What is wrong with a stream that is to take the place of another.</summary>
    /// <remarks>
    /// The repositories that the old stream names are allowed whatever <paramref name="allowed"/> says, so that a list
    /// that was made stricter does not freeze the streams that are there.
    /// </remarks>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is.</param>
    /// <param name="allowed">The registries that images may come from.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateUpdate(ImageStream stream, ImageStream old, AllowedRegistries allowed)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(allowed);

        var errors = new FieldErrors();
        ObjectMetaUpdateRules.Check(stream.Metadata, old.Metadata, errors);
        new StreamRules(stream, new AdmissionCache(allowed, () => allowed.WithRepositoriesFrom(old)), errors).Check();
        return errors.ToValueList();
    }

    /// <summary>
    /// What is wrong with a stream that is to take the place of another, wherever
    /// its images come from.
    /// </summary>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateUpdate(ImageStream stream, ImageStream old) =>
        ValidateUpdate(stream, old, AllowedRegistries.All);

    /// <summary>What is wrong with a stream of which only the status is to take the place of another's.</summary>
    /// <remarks>
    /// Only the pull specs that stand nowhere in the old histories are checked, and of the metadata only what an update
    /// may change.
    /// </remarks>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is.</param>
    /// <param name="allowed">The registries that images may come from.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateStatusUpdate(
        ImageStream stream, ImageStream old, AllowedRegistries allowed)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(allowed);

        var errors = new FieldErrors();
        ObjectMetaUpdateRules.Check(stream.Metadata, old.Metadata, errors);
        new StreamStatusRules(stream, old, new AdmissionCache(allowed), errors).Check();
        return errors.ToValueList();
    }

    /// <summary>
    /// What is wrong with a stream of which only the status is to change, wherever
    /// its images come from.
    /// </summary>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is.</param>
    /// <returns>The errors; empty when the update is good.</returns>
    public static ValueList<FieldError> ValidateStatusUpdate(ImageStream stream, ImageStream old) =>
        ValidateStatusUpdate(stream, old, AllowedRegistries.All);
}
