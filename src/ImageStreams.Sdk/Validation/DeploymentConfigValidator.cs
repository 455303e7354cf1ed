using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Validation;

/// <summary>Validates deployment configurations by the rules of OpenShift's API server.</summary>
/// <remarks>
/// <para>
/// Paths and types of errors are those of the API server, and so is their order. Of the pod template, it validates the metadata, the
/// containers, their images and variables, and the restart policy; not volumes, ports, probes and resources. Pure functions, safe to
/// call from any thread.
/// </para>
/// <para>
/// What a server fills in before it validates is no error when it is missing: the namespace, a name from <c>generateName</c>, the
/// selector, the triggers, the strategy and its parameters, and the container of a hook when there is only one. Like the server, it
/// accepts triggers of unknown types, and triggers for containers that do not exist; <c>TriggerDoctor</c> finds those.
/// </para>
/// </remarks>
public static class DeploymentConfigValidator
{
    /// <summary>Validates a deployment configuration that is to be created.</summary>
    /// <remarks>Linear in the size of the configuration. The status is not validated: a server empties it.</remarks>
    /// <param name="config">The deployment configuration, with or without the defaults of a server.</param>
    /// <returns>The errors; empty when the configuration is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="config"/> is null.</exception>
    public static ValueList<FieldError> Validate(DeploymentConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);

        var errors = KindRules.Check(config);
        new DeploymentConfigRules(config.WithDefaults(), errors).Check();
        return errors.ToValueList();
    }
}
