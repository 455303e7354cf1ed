using ImageStreams.Collections;

namespace ImageStreams.Validation;

#pragma warning disable RS0026 // The overloads differ in the type of their first, required parameter.
public static partial class ImageStreamValidator
{
    /// <summary>Validates an <c>ImageStreamTag</c> that is to be created.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="allowed">The registries that images may come from, or null for all.</param>
    /// <returns>The errors; empty when the tag is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static ValueList<FieldError> Validate(ImageStreamTag tag, AllowedRegistries? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var errors = KindRules.Check(tag);
        StreamTagRules.Check(tag, allowed ?? AllowedRegistries.All, errors);
        return errors.ToValueList();
    }

    /// <summary>Validates an <c>ImageStreamTag</c> that is to replace another.</summary>
    /// <remarks>
    /// Only annotations, <c>tag</c>, <c>lookupPolicy</c> and <c>generation</c> may change. The repository that the tag
    /// comes from now is allowed in any case.
    /// </remarks>
    /// <param name="tag">The new tag.</param>
    /// <param name="old">The current tag.</param>
    /// <param name="allowed">The registries that images may come from, or null for all.</param>
    /// <returns>The errors; empty when the update is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="old"/> is null.</exception>
    public static ValueList<FieldError> ValidateUpdate(
        ImageStreamTag tag, ImageStreamTag old, AllowedRegistries? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(old);

        var errors = KindRules.Check(tag);
        StreamTagRules.CheckUpdate(tag, old, allowed ?? AllowedRegistries.All, errors);
        return errors.ToValueList();
    }

    /// <summary>Validates an <c>ImageTag</c> that is to be created.</summary>
    /// <param name="tag">The tag, which must have a spec.</param>
    /// <param name="allowed">The registries that images may come from, or null for all.</param>
    /// <returns>The errors; empty when the tag is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static ValueList<FieldError> Validate(ImageTag tag, AllowedRegistries? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(tag);

        var errors = KindRules.Check(tag);
        ImageTagRules.Check(tag, allowed ?? AllowedRegistries.All, errors);
        return errors.ToValueList();
    }

    /// <summary>Validates an <c>ImageTag</c> that is to replace another.</summary>
    /// <remarks>Only the spec may change. The repository that the tag comes from now is allowed in any case.</remarks>
    /// <param name="tag">The new tag.</param>
    /// <param name="old">The current tag.</param>
    /// <param name="allowed">The registries that images may come from, or null for all.</param>
    /// <returns>The errors; empty when the update is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> or <paramref name="old"/> is null.</exception>
    public static ValueList<FieldError> ValidateUpdate(ImageTag tag, ImageTag old, AllowedRegistries? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(old);

        var errors = KindRules.Check(tag);
        ImageTagRules.CheckUpdate(tag, old, allowed ?? AllowedRegistries.All, errors);
        return errors.ToValueList();
    }
}
