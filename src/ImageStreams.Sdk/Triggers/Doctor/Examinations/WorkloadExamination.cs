using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Finds the problems of a workload and of its trigger annotation.</summary>
internal static class WorkloadExamination
{
    public static void Examine(Workload workload, DoctorContext context)
    {
        if (workload.Kind == DeploymentConfig.KindName)
        {
            DeploymentConfigExamination.Examine(workload, context);
            return;
        }

        var findings = context.ForObject(workload.Kind, workload.Namespace, workload.Name);
        var text = workload.FindAnnotation(ObjectFieldTrigger.AnnotationName);
        var pods = new PodExamination(findings, text is null ? ImageOwners.None : ImageOwners.FromWorkload(workload));
        if (!workload.IsWatched)
        {
            CheckUnwatched(findings, workload.Kind, text);
        }
        else if (text is not null)
        {
            new AnnotationExamination(workload, text, context, findings, pods).Run();
        }

        pods.CheckBlanks(workload.Containers.Select(PodContainer.FromWorkloadContainer));
    }

    /// <summary>Checks the annotation of an object whose annotation OpenShift does not watch.</summary>
    public static void CheckUnwatched(ObjectFindings findings, string kind, string? annotation)
    {
        if (annotation is not null && !ListsNothing(annotation))
        {
            findings.Add(TriggerRules.UnwatchedKind, AnnotationFindings.Path, tag: null, kind);
        }
    }

    private static bool ListsNothing(string annotation)
    {
        try
        {
            return TriggerAnnotation.ParseList(annotation).IsEmpty;
        }
        catch (TriggerAnnotationException)
        {
            return false;
        }
    }
}
