using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Finds the problems of a workload and of its trigger annotation.</summary>
internal static class WorkloadExamination
{
    public static void Examine(Workload workload, DoctorContext context)
    {
        if (workload.IsDeploymentConfig)
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

        if (text is null)
        {
            CheckMisplacedAnnotation(workload, findings);
        }

        pods.CheckBlanks(workload.Containers.Select(PodContainer.FromWorkloadContainer));
    }

    /// <summary>Checks for triggers in an annotation of the pods, or under a misspelled name.</summary>
    private static void CheckMisplacedAnnotation(Workload workload, ObjectFindings findings)
    {
        const string Name = ObjectFieldTrigger.AnnotationName;
        if (workload.FindTemplateAnnotation(Name) is not null)
        {
            var template = workload.PodSpecPath[..^"spec".Length];
            Add($"{template}metadata.annotations['{Name}']", Name, "it belongs into the annotations of the object itself");
        }

        foreach (var name in workload.Annotations.Keys.Where(name => Misspelling.IsNear(name, Name)))
        {
            Add($"metadata.annotations['{name}']", name, $"the annotation is called {Name}");
        }

        void Add(string path, string name, string reason) =>
            findings.Add(TriggerRules.MisplacedField, path, tag: null, name, reason, "The object has no trigger.");
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
