using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Says what is wrong with an object that runs pods, and with its trigger annotation.</summary>
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
            ExamineUnwatched(findings, workload.Kind, text);
        }
        else if (text is not null)
        {
            new AnnotationExamination(workload, text, context, findings, pods).Run();
        }

        pods.ExamineBlanks(workload.Containers.Select(PodContainer.FromWorkloadContainer));
    }

    /// <summary>Looks at the annotation of an object on which nobody watches it.</summary>
    public static void ExamineUnwatched(ObjectFindings findings, string kind, string? annotation)
    {
        if (annotation is not null && !ListsNothing(annotation))
        {
            findings.Add(TriggerRules.UnwatchedKind, AnnotationExamination.Path, FindingTexts.UnwatchedKind(kind));
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
