using ImageStreams.Collections;
using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>Reports every trigger that can never or will not now fire, and what else about triggers will surprise.</summary>
/// <remarks>
/// <para>OpenShift says nothing of any of this: no event, no condition. About an automatic trigger that has neither an
/// error nor a warning here, nor a note that somebody holds it back, this holds: when its tag moves to a new image, it
/// fires.</para>
/// <para>Pure functions, in time linear in the objects, whatever is wrong with them. What was not given does not exist: a
/// trigger on a stream of another namespace is only judged well together with that namespace's streams.</para>
/// </remarks>
public static class TriggerDoctor
{
    /// <summary>Looks at all triggers of a set of objects.</summary>
    /// <param name="objects">The objects; of two streams with one name the first counts.</param>
    /// <param name="options">What to look for; null for the defaults.</param>
    /// <returns>
    /// What was found, by namespace, kind and name of the objects, and as it stands in them; the order in which objects are
    /// given makes no difference unless two have the same name.
    /// </returns>
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

        // Last: what is said of tags depends on who listens to them.
        foreach (var stream in objects.Streams)
        {
            StreamExamination.Examine(stream, context);
        }
    }
}
