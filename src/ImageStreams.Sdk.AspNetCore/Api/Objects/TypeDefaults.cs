namespace ImageStreams.AspNetCore;

/// <summary>The values that a server fills in when a request leaves a field out, by the type of the object that has the field.</summary>
/// <remarks>A line for each type: its name, and then names of fields with their JSON. They belong to the writer who left them out.
/// Those that depend on other fields are in the rules of the kinds.</remarks>
internal static class TypeDefaults
{
    public static IReadOnlyDictionary<string, FieldValue[]> ByType { get; } = FieldValue.ParseTable(
        """
        PodSpec restartPolicy="Always" terminationGracePeriodSeconds=30 dnsPolicy="ClusterFirst" securityContext={} schedulerName="default-scheduler"
        Container terminationMessagePath="/dev/termination-log" terminationMessagePolicy="File"
        EphemeralContainer terminationMessagePath="/dev/termination-log" terminationMessagePolicy="File"
        ContainerPort protocol="TCP"
        Probe timeoutSeconds=1 periodSeconds=10 successThreshold=1 failureThreshold=3
        HTTPGetAction path="/" scheme="HTTP"
        ObjectFieldSelector apiVersion="v1"
        ConfigMapVolumeSource defaultMode=420
        SecretVolumeSource defaultMode=420
        DownwardAPIVolumeSource defaultMode=420
        ProjectedVolumeSource defaultMode=420
        ServiceAccountTokenProjection expirationSeconds=3600
        HostPathVolumeSource type=""
        PersistentVolumeClaimSpec volumeMode="Filesystem"
        DeploymentSpec replicas=1 revisionHistoryLimit=10 progressDeadlineSeconds=600
        ReplicaSetSpec replicas=1
        ReplicationControllerSpec replicas=1
        DaemonSetSpec revisionHistoryLimit=10
        StatefulSetSpec replicas=1 revisionHistoryLimit=10 podManagementPolicy="OrderedReady" persistentVolumeClaimRetentionPolicy={"whenDeleted":"Retain","whenScaled":"Retain"}
        CronJobSpec concurrencyPolicy="Allow" suspend=false successfulJobsHistoryLimit=3 failedJobsHistoryLimit=1
        ServiceSpec sessionAffinity="None" type="ClusterIP" internalTrafficPolicy="Cluster"
        ServicePort protocol="TCP"
        Secret type="Opaque"
        ServiceReference port=443
        BuildConfigSpec runPolicy="Serial"
        DeploymentStrategy activeDeadlineSeconds=21600
        RollingDeploymentStrategyParams updatePeriodSeconds=1 intervalSeconds=1 timeoutSeconds=600
        RecreateDeploymentStrategyParams timeoutSeconds=600
        """);

    /// <summary>The fields that are left out when they are 0 or false: those without a pointer in the types of a Go server.</summary>
    public static IReadOnlySet<string> LeftOutWhenZero { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "minReadySeconds", "paused", "readOnly", "hostNetwork", "hostPID", "hostIPC", "stdin", "stdinOnce", "tty", "hostPort",
        "nodePort", "healthCheckNodePort", "publishNotReadyAddresses", "initialDelaySeconds", "automatic", "noCache", "forcePull",
        "exposeDockerSocket", "asFile", "allowEnv", "cancelled", "generation", "observedGeneration", "updatedReplicas",
        "insecureSkipTLSVerify", "readyReplicas", "availableReplicas", "unavailableReplicas", "fullyLabeledReplicas", "count",
    };
}
