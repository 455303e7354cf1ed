using ImageStreams.Collections;
using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>Finds triggers that can never fire, that do not fire in the current state, or that have unexpected effects.</summary>
/// <remarks>
/// <para>OpenShift reports none of this, neither in an event nor in a condition. An automatic trigger without an error, a
/// warning and a note that it is paused fires when its tag moves to a new image.</para>
/// <para>Pure functions, in time linear in the objects, even invalid ones. Objects that are not given do not exist:
/// examine a trigger on a stream of another namespace together with the streams of that namespace.</para>
/// </remarks>
public static class TriggerDoctor
{
    /// <summary>Examines all triggers of a set of objects.</summary>
    /// <param name="objects">The objects; when two streams have the same name, the first is used.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <returns>
    /// The findings, by namespace, kind and name of the objects, and in the order of their fields. The order of the objects
    /// makes no difference unless two have the same name.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="objects"/> is null.</exception>
    public static ValueList<TriggerFinding> Examine(GraphObjects objects, TriggerDoctorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objects);

        var context = new DoctorContext(objects, options ?? new TriggerDoctorOptions());
        Examine(context, objects);
        return context.Findings
            .OrderBy(finding => finding.Location.Namespace, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.Kind, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.Name, StringComparer.Ordinal)
            .ToValueList();
    }

    private static void Examine(DoctorContext context, GraphObjects objects)
    {
        foreach (var build in objects.BuildConfigs)
        {
            new BuildConfigExamination(build, context).Run();
        }

        foreach (var config in objects.DeploymentConfigs)
        {
            new DeploymentConfigExamination(config, context).Run();
        }

        foreach (var workload in objects.Workloads)
        {
            WorkloadExamination.Examine(workload, context);
        }

        BuildLoops.Examine(objects, context);

        // Last: findings on tags depend on the triggers that listen to them.
        foreach (var stream in objects.Streams)
        {
            StreamExamination.Examine(stream, context);
        }
    }
}
