namespace ImageStreams.Serialization;

/// <summary>The fields of the kinds of Kubernetes that run pods.</summary>
/// <remarks>The grammar is that of <see cref="ApiTypes"/>.</remarks>
internal static class WorkloadFields
{
    public const string Text = """
        Pod: kind apiVersion metadata(ObjectMeta) spec(PodSpec) status(PodStatus)
        PodStatus: observedGeneration# phase conditions[PodCondition:type] message reason nominatedNodeName hostIP
          hostIPs[HostIP] podIP podIPs[PodIP:ip] startTime initContainerStatuses* containerStatuses* qosClass
          ephemeralContainerStatuses* resize resourceClaimStatuses* extendedResourceClaimStatus*
        PodCondition: type observedGeneration# status lastProbeTime lastTransitionTime reason message
        HostIP: ip
        PodIP: ip
        Deployment: kind apiVersion metadata(ObjectMeta) spec(DeploymentSpec) status(DeploymentStatus)
        DeploymentSpec: replicas# selector(LabelSelector) template(PodTemplateSpec) strategy(AppsDeploymentStrategy!)
          minReadySeconds# revisionHistoryLimit# paused? progressDeadlineSeconds#
        AppsDeploymentStrategy: type rollingUpdate(RollingUpdate)
        RollingUpdate: maxUnavailable* maxSurge* partition#
        DeploymentStatus: observedGeneration# replicas# updatedReplicas# readyReplicas# availableReplicas#
          unavailableReplicas# terminatingReplicas# conditions[DeploymentCondition:type] collisionCount#
        ReplicaSet: kind apiVersion metadata(ObjectMeta) spec(ReplicaSetSpec) status(ReplicaSetStatus)
        ReplicaSetSpec: replicas# minReadySeconds# selector(LabelSelector) template(PodTemplateSpec)
        ReplicaSetStatus: replicas# fullyLabeledReplicas# readyReplicas# availableReplicas# terminatingReplicas#
          observedGeneration# conditions[DeploymentCondition:type]
        ReplicationController: kind apiVersion metadata(ObjectMeta) spec(ReplicationControllerSpec) status(ReplicaSetStatus)
        ReplicationControllerSpec: replicas# minReadySeconds# selector{~} template(PodTemplateSpec)
        DaemonSet: kind apiVersion metadata(ObjectMeta) spec(DaemonSetSpec) status(DaemonSetStatus)
        DaemonSetSpec: selector(LabelSelector) template(PodTemplateSpec) updateStrategy(AppsDeploymentStrategy)
          minReadySeconds# revisionHistoryLimit#
        DaemonSetStatus: currentNumberScheduled# numberMisscheduled# desiredNumberScheduled# numberReady#
          observedGeneration# updatedNumberScheduled# numberAvailable# numberUnavailable# collisionCount#
          conditions[DeploymentCondition:type]
        StatefulSet: kind apiVersion metadata(ObjectMeta) spec(StatefulSetSpec) status(StatefulSetStatus)
        StatefulSetSpec: replicas# selector(LabelSelector) template(PodTemplateSpec)
          volumeClaimTemplates[PersistentVolumeClaim] serviceName podManagementPolicy updateStrategy(AppsDeploymentStrategy)
          revisionHistoryLimit# minReadySeconds# ordinals(StatefulSetOrdinals)
          persistentVolumeClaimRetentionPolicy(VolumeClaimRetentionPolicy)
        StatefulSetOrdinals: start#
        VolumeClaimRetentionPolicy: whenDeleted whenScaled
        StatefulSetStatus: observedGeneration# replicas# readyReplicas# currentReplicas# updatedReplicas# currentRevision
          updateRevision collisionCount# conditions[DeploymentCondition:type] availableReplicas#
        PersistentVolumeClaim: kind apiVersion metadata(ObjectMeta) spec(PersistentVolumeClaimSpec) status*
        CronJob: kind apiVersion metadata(ObjectMeta) spec(CronJobSpec) status(CronJobStatus)
        CronJobSpec: schedule timeZone startingDeadlineSeconds# concurrencyPolicy suspend? jobTemplate(JobTemplateSpec)
          successfulJobsHistoryLimit# failedJobsHistoryLimit#
        JobTemplateSpec: metadata(ObjectMeta) spec(JobSpec)
        CronJobStatus: active[ObjectReference] lastScheduleTime lastSuccessfulTime
        Job: kind apiVersion metadata(ObjectMeta) spec(JobSpec) status(JobStatus)
        JobSpec: parallelism# completions# activeDeadlineSeconds# podFailurePolicy* successPolicy* backoffLimit#
          backoffLimitPerIndex# maxFailedIndexes# selector(LabelSelector) manualSelector? template(PodTemplateSpec)
          ttlSecondsAfterFinished# completionMode suspend? podReplacementPolicy managedBy
        JobStatus: conditions[PodCondition] startTime completionTime active# succeeded# failed# terminating#
          completedIndexes failedIndexes uncountedTerminatedPods* ready#
        """;
}
