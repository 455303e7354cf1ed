namespace ImageStreams.Serialization;

/// <summary>The fields of the kinds of <c>apps.openshift.io/v1</c>, and of the triggers in annotations.</summary>
/// <remarks>The grammar is that of <see cref="ApiTypes"/>.</remarks>
internal static class DeploymentFields
{
    public const string Text = """
        DeploymentConfig: kind apiVersion metadata(ObjectMeta) spec(DeploymentConfigSpec) status(DeploymentConfigStatus)
        DeploymentConfigList: kind apiVersion metadata(ListMeta) items[DeploymentConfig]
        DeploymentConfigSpec: strategy(DeploymentStrategy) minReadySeconds# triggers[DeploymentTriggerPolicy] replicas#
          revisionHistoryLimit# test? paused? selector{} template(PodTemplateSpec)
        DeploymentStrategy: type customParams(CustomDeploymentStrategyParams) recreateParams(RecreateDeploymentStrategyParams)
          rollingParams(RollingDeploymentStrategyParams) resources(ResourceRequirements) labels{} annotations{}
          activeDeadlineSeconds#
        CustomDeploymentStrategyParams: image environment[EnvVar] command[]
        RecreateDeploymentStrategyParams: timeoutSeconds# pre(LifecycleHook) mid(LifecycleHook) post(LifecycleHook)
        RollingDeploymentStrategyParams: updatePeriodSeconds# intervalSeconds# timeoutSeconds# maxUnavailable* maxSurge*
          updatePercent# pre(LifecycleHook) post(LifecycleHook)
        LifecycleHook: failurePolicy execNewPod(ExecNewPodHook) tagImages[TagImageHook]
        ExecNewPodHook: command[] env[EnvVar] containerName volumes[]
        TagImageHook: containerName to(ObjectReference)
        DeploymentTriggerPolicy: type imageChangeParams(DeploymentTriggerImageChangeParams)
        DeploymentTriggerImageChangeParams: automatic? containerNames[] from(ObjectReference) lastTriggeredImage
        DeploymentConfigStatus: latestVersion# observedGeneration# replicas# updatedReplicas# availableReplicas#
          unavailableReplicas# details(DeploymentDetails) conditions[DeploymentCondition:type@] readyReplicas#
        DeploymentDetails: message causes[DeploymentCause]
        DeploymentCause: type imageTrigger(DeploymentCauseImageTrigger)
        DeploymentCauseImageTrigger: from(ObjectReference)
        DeploymentCondition: type status lastUpdateTime lastTransitionTime reason message
        ObjectFieldTrigger: from(ObjectFieldTriggerReference) fieldPath paused?
        ObjectFieldTriggerReference: kind name namespace apiVersion
        """;
}
