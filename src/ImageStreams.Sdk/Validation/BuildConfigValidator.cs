using ImageStreams.Builds;
using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates build configurations by the rules of OpenShift's API server.</summary>
/// <remarks>
/// <para>
/// Paths and types of errors are those of the API server, and so is their order, but the position of a trigger is the one in the
/// configuration as it is given: the server drops triggers that cannot fire before it counts. Pure functions, safe to call from any
/// thread.
/// </para>
/// <para>
/// What a server fills in before it validates is no error when it is missing: the namespace, a name from <c>generateName</c>, the
/// run policy, the kind of a base image, and the parameters of a trigger without any. Does not look at other objects, so a base image
/// that does not exist is valid.
/// </para>
/// </remarks>
public static class BuildConfigValidator
{
    /// <summary>Validates a build configuration that is to be created.</summary>
    /// <remarks>Reads each field a few times; linear in the size of the configuration. Resources are not validated, as the server
    /// leaves them to the pod of a build.</remarks>
    /// <param name="config">The build configuration, with or without the defaults of a server.</param>
    /// <returns>The errors; empty when the configuration is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="config"/> is null.</exception>
    public static ValueList<FieldError> Validate(BuildConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);

        var errors = KindRules.Check(config);
        new BuildConfigRules(config.Complete(), errors).Check();
        return errors.ToValueList();
    }
}
