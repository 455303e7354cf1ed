namespace ImageStreams.Schemas;

/// <summary>The fields that a server always writes, with the values that they have when nobody sets them.</summary>
/// <remarks>
/// A line for each type: its name, and then names of fields with their JSON. They are what the types of a Go server have without a
/// pointer and without <c>omitempty</c>. An update owns no field whose value is the one here.
/// </remarks>
internal static class ZeroFields
{
    private static readonly Lazy<Dictionary<(string Type, string Field), string>> Values = new(Parse);

    private static string Table =>
        """
        Pod spec={} status={}
        PodSpec containers=null
        Container name="" resources={}
        EphemeralContainer name="" resources={}
        EnvVar name=""
        VolumeMount name="" mountPath=""
        VolumeDevice name="" devicePath=""
        Volume name=""
        PodTemplateSpec metadata={} spec={}
        Deployment spec={} status={}
        DeploymentSpec selector=null template={} strategy={}
        ReplicaSet spec={} status={}
        ReplicaSetSpec selector=null template={}
        ReplicaSetStatus replicas=0
        ReplicationController spec={} status={}
        DaemonSet spec={} status={}
        DaemonSetSpec selector=null template={} updateStrategy={}
        DaemonSetStatus currentNumberScheduled=0 numberMisscheduled=0 desiredNumberScheduled=0 numberReady=0
        StatefulSet spec={} status={}
        StatefulSetSpec selector=null template={} serviceName="" updateStrategy={}
        StatefulSetStatus replicas=0 availableReplicas=0
        CronJob spec={} status={}
        CronJobSpec schedule="" jobTemplate={}
        JobTemplateSpec metadata={} spec={}
        Job spec={} status={}
        JobSpec template={}
        Service spec={} status={}
        ServiceStatus loadBalancer={}
        Lease spec={}
        Event involvedObject={} source={} firstTimestamp=null lastTimestamp=null eventTime=null reportingComponent="" reportingInstance=""
        BuildConfig spec={} status={}
        BuildConfigSpec source={} strategy={} output={} resources={} postCommit={} nodeSelector=null
        BuildConfigStatus lastVersion=0
        Build spec={} status={}
        BuildSpec source={} strategy={} output={} resources={} postCommit={} nodeSelector=null triggeredBy=null
        BuildStatus phase="" output={}
        DeploymentConfig spec={} status={}
        DeploymentConfigSpec strategy={} triggers=null replicas=0 test=false
        DeploymentStrategy resources={}
        DeploymentConfigStatus latestVersion=0 observedGeneration=0 replicas=0 updatedReplicas=0 availableReplicas=0 unavailableReplicas=0
        CustomResourceDefinition spec={} status={}
        APIService spec={} status={}
        APIServiceSpec groupPriorityMinimum=0 versionPriority=0
        APIServiceCondition type="" status=""
        Namespace spec={} status={}
        LimitRange spec={}
        LimitRangeSpec limits=null
        LimitRangeItem type=""
        ResourceQuota spec={} status={}
        Role rules=null
        ClusterRole rules=null
        PolicyRule verbs=null
        RoleBinding roleRef={}
        ClusterRoleBinding roleRef={}
        RoleRef apiGroup="" kind="" name=""
        Subject kind="" name=""
        """;

    /// <summary>Finds the JSON of a field that is always written; null for any other.</summary>
    public static string? Find(string type, string field) => Values.Value.GetValueOrDefault((type, field));

    private static Dictionary<(string Type, string Field), string> Parse() => Table
        .Split('\n')
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(word => (Type: words[0], Parts: word.Split('=', 2))))
        .ToDictionary(entry => (entry.Type, entry.Parts[0]), entry => entry.Parts[1]);
}
