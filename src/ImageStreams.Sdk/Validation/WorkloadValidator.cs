using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Validation;

/// <summary>Validates workloads by those rules of an API server that concern their images and their pods' identity.</summary>
/// <remarks>
/// <para>
/// Validates the name, labels and annotations of the object; its selector and the labels of its template; the names, images, pull
/// policies and variables of its containers; its restart policy; numbers that must not be negative; and the schedule of a CronJob.
/// Volumes, ports, probes, resources and security are left to the server. Paths and types of errors are those of the API server. Pure
/// functions, safe to call from any thread.
/// </para>
/// <para>
/// What a server fills in before it validates is no error when it is missing, such as the namespace, and a name from
/// <c>generateName</c>. Like the server, it does not look at the containers of a StatefulSet. Kinds that were added to the known ones
/// have no rules.
/// </para>
/// </remarks>
public static class WorkloadValidator
{
    /// <summary>Validates a workload that is to be created.</summary>
    /// <remarks>Linear in the size of the workload.</remarks>
    /// <param name="workload">The workload; a DeploymentConfig is validated as <see cref="DeploymentConfigValidator"/> does.</param>
    /// <returns>The errors; empty when none was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    /// <exception cref="WireFormatException">The workload is a DeploymentConfig, and a value does not fit its field.</exception>
    public static ValueList<FieldError> Validate(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);

        if (workload.IsDeploymentConfig)
        {
            return DeploymentConfigValidator.Validate(workload.ReadDeploymentConfig());
        }

        var errors = new FieldErrors();
        new WorkloadRules(workload, errors).Check();
        return errors.ToValueList();
    }
}
