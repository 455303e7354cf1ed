using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates objects by the rules of OpenShift's API server.</summary>
/// <remarks>
/// <para>
/// Paths and types of errors are those of the API server. Every method reports all errors, in the order of the document;
/// an object without errors costs no more than one pass over its fields. Pure functions, safe to call from any
/// thread.
/// </para>
/// <para>
/// Does not fill in defaults: an absent <c>referencePolicy.type</c> is an error here, while a server fills it in first
/// (see <c>WithDefaults</c>). Does not look at other objects, so it accepts a tag that follows one that does not exist.
/// Like the server, an update reports errors in the metadata twice when both the rules for updates and those for new
/// objects find them.
/// </para>
/// </remarks>
#pragma warning disable RS0026 // The overloads differ in the type of their first, required parameter.
public static partial class ImageStreamValidator
{
    /// <summary>Validates a stream that is to be created.</summary>
    /// <remarks>The names of tags are not validated: OpenShift accepts any.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="allowed">The registries that images may come from, or null for all.</param>
    /// <returns>The errors; empty when the stream is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static ValueList<FieldError> Validate(ImageStream stream, AllowedRegistries? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var errors = KindRules.Check(stream);
        new StreamRules(stream, old: null, new AdmissionCache(allowed ?? AllowedRegistries.All), errors).Check();
        return errors.ToValueList();
    }

    /// <summary>Validates a stream that is to replace another.</summary>
    /// <remarks>
    /// The repositories of the old stream are allowed in any case, so that a stricter list does not freeze existing
    /// streams.
    /// </remarks>
    /// <param name="stream">The new stream.</param>
    /// <param name="old">The current stream.</param>
    /// <param name="allowed">The registries that images may come from, or null for all.</param>
    /// <returns>The errors; empty when the update is valid.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/> or <paramref name="old"/> is null.
    /// </exception>
    public static ValueList<FieldError> ValidateUpdate(
        ImageStream stream, ImageStream old, AllowedRegistries? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);

        allowed ??= AllowedRegistries.All;
        var errors = KindRules.Check(stream);
        ObjectMetaUpdateRules.Check(stream.Metadata, old.Metadata, errors);
        new StreamRules(stream, old, new AdmissionCache(allowed, () => allowed.WithRepositoriesFrom(old)), errors).Check();
        return errors.ToValueList();
    }

    /// <summary>Validates a stream of which only the status is to replace that of another.</summary>
    /// <remarks>
    /// Checks only the pull specs that are not in the old histories, and of the metadata only the rules for updates.
    /// </remarks>
    /// <param name="stream">The new stream.</param>
    /// <param name="old">The current stream.</param>
    /// <param name="allowed">The registries that images may come from, or null for all.</param>
    /// <returns>The errors; empty when the update is valid.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/> or <paramref name="old"/> is null.
    /// </exception>
    public static ValueList<FieldError> ValidateStatusUpdate(
        ImageStream stream, ImageStream old, AllowedRegistries? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);

        var errors = KindRules.Check(stream);
        ObjectMetaUpdateRules.Check(stream.Metadata, old.Metadata, errors);
        new StreamStatusRules(stream, old, new AdmissionCache(allowed ?? AllowedRegistries.All), errors).Check();
        return errors.ToValueList();
    }
}
