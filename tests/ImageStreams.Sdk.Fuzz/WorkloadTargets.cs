namespace ImageStreams.Fuzz;

/// <summary>Workloads, their triggers, and the doctor.</summary>
internal static class WorkloadTargets
{
    public static IEnumerable<FuzzTarget> Create(Corpus corpus)
    {
        byte[][] workloads =
            [.. corpus.FindObjects("Deployment"), .. corpus.FindObjects("Pod"), .. corpus.FindTexts("seeds-workloads")];
        byte[][] objects =
        [
            .. workloads, .. corpus.FindObjects("BuildConfig"), .. corpus.FindObjects("DeploymentConfig"),
            .. corpus.FindObjects("ImageStream"),
        ];
        yield return new AnnotationEditTarget(workloads);
        yield return new ImageEditTarget(workloads);
        yield return new EvaluationTarget(workloads);
        yield return new TriggerAnnotationTarget(corpus.FindTexts("seeds-annotations"));
        yield return new DoctorTarget(objects);
    }
}
