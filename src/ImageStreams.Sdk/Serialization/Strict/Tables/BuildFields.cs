namespace ImageStreams.Serialization;

/// <summary>The fields of the kinds of <c>build.openshift.io/v1</c>.</summary>
/// <remarks>The grammar is that of <see cref="ApiTypes"/>.</remarks>
internal static class BuildFields
{
    public const string Text = """
        BuildConfig: kind apiVersion metadata(ObjectMeta) spec(BuildConfigSpec) status(BuildConfigStatus)
        BuildConfigList: kind apiVersion metadata(ListMeta) items[BuildConfig]
        BuildConfigSpec: triggers[BuildTriggerPolicy] runPolicy serviceAccount source(BuildSource) revision(SourceRevision)
          strategy(BuildStrategy) output(BuildOutput) resources(ResourceRequirements) postCommit(BuildPostCommitSpec)
          completionDeadlineSeconds# nodeSelector{} mountTrustedCA? successfulBuildsHistoryLimit# failedBuildsHistoryLimit#
        BuildConfigStatus: lastVersion# imageChangeTriggers[ImageChangeTriggerStatus]
        ImageChangeTriggerStatus: lastTriggeredImageID from(ImageStreamTagReference) lastTriggerTime
        BuildTriggerPolicy: type github(WebHookTrigger) generic(WebHookTrigger) imageChange(ImageChangeTrigger)
          gitlab(WebHookTrigger) bitbucket(WebHookTrigger)
        WebHookTrigger: secret allowEnv? secretReference(LocalObjectReference)
        ImageChangeTrigger: lastTriggeredImageID from(ObjectReference) paused?
        BuildSource: type binary(BinaryBuildSource) dockerfile git(GitBuildSource) images[ImageSource] contextDir
          sourceSecret(LocalObjectReference) secrets[SecretBuildSource] configMaps[ConfigMapBuildSource]
        BinaryBuildSource: asFile?
        GitBuildSource: uri ref httpProxy httpsProxy noProxy
        ImageSource: from(ObjectReference) as paths[ImageSourcePath] pullSecret(LocalObjectReference)
        ImageSourcePath: sourcePath destinationDir
        SecretBuildSource: secret(LocalObjectReference) destinationDir
        ConfigMapBuildSource: configMap(LocalObjectReference) destinationDir
        SourceRevision: type git(GitSourceRevision)
        GitSourceRevision: commit author(SourceControlUser) committer(SourceControlUser) message
        SourceControlUser: name email
        BuildStrategy: type dockerStrategy(DockerBuildStrategy) sourceStrategy(SourceBuildStrategy)
          customStrategy(CustomBuildStrategy) jenkinsPipelineStrategy(JenkinsPipelineBuildStrategy)
        DockerBuildStrategy: from(ObjectReference) pullSecret(LocalObjectReference) noCache? env[EnvVar] forcePull?
          dockerfilePath buildArgs[EnvVar] imageOptimizationPolicy volumes[BuildVolume]
        SourceBuildStrategy: from(ObjectReference) pullSecret(LocalObjectReference) env[EnvVar] scripts incremental? forcePull?
          volumes[BuildVolume] runtimeImage(ObjectReference) runtimeArtifacts[ImageSourcePath]
        CustomBuildStrategy: from(ObjectReference) pullSecret(LocalObjectReference) env[EnvVar] exposeDockerSocket? forcePull?
          secrets[SecretSpec] buildAPIVersion
        JenkinsPipelineBuildStrategy: jenkinsfilePath jenkinsfile env[EnvVar]
        SecretSpec: secretSource(LocalObjectReference) mountPath
        BuildVolume: name source(BuildVolumeSource) mounts[BuildVolumeMount]
        BuildVolumeSource: type secret(SecretVolumeSource) configMap(ConfigMapVolumeSource) csi(CSIVolumeSource)
        BuildVolumeMount: destinationPath
        BuildOutput: to(ObjectReference) pushSecret(LocalObjectReference) imageLabels[ImageLabel]
        ImageLabel: name value
        BuildPostCommitSpec: command[] args[] script
        Build: kind apiVersion metadata(ObjectMeta) spec(BuildSpec) status(BuildStatus)
        BuildSpec: serviceAccount source(BuildSource) revision(SourceRevision) strategy(BuildStrategy) output(BuildOutput)
          resources(ResourceRequirements) postCommit(BuildPostCommitSpec) completionDeadlineSeconds# nodeSelector{}
          mountTrustedCA? triggeredBy[BuildTriggerCause]
        BuildStatus: phase cancelled? reason message startTimestamp completionTimestamp duration# outputDockerImageReference
          config(ObjectReference) output(BuildStatusOutput) stages[StageInfo] logSnippet conditions[BuildCondition:type@]
        BuildStatusOutput: to(BuildStatusOutputTo)
        BuildStatusOutputTo: imageDigest
        StageInfo: name startTime durationMilliseconds# steps[StepInfo]
        StepInfo: name startTime durationMilliseconds#
        BuildCondition: type status lastUpdateTime lastTransitionTime reason message
        BuildTriggerCause: message genericWebHook(WebHookCause) githubWebHook(WebHookCause) imageChangeBuild(ImageChangeCause)
          gitlabWebHook(WebHookCause) bitbucketWebHook(WebHookCause)
        WebHookCause: revision(SourceRevision) secret
        ImageChangeCause: imageID fromRef(ObjectReference)
        BuildRequest: kind apiVersion metadata(ObjectMeta) revision(SourceRevision) triggeredByImage(ObjectReference)
          from(ObjectReference) binary(BinaryBuildSource) lastVersion# env[EnvVar] triggeredBy[BuildTriggerCause]
          dockerStrategyOptions(DockerStrategyOptions) sourceStrategyOptions(SourceStrategyOptions)
        DockerStrategyOptions: buildArgs[EnvVar] noCache?
        SourceStrategyOptions: incremental?
        """;
}
