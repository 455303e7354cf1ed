namespace ImageStreams.AspNetCore;

/// <summary>The messages of workloads, in the form of <see cref="ProtobufMessages"/>.</summary>
/// <remarks>Of the fields of pods, those that are rare are not read: a body that has one is refused.</remarks>
internal static class ProtobufWorkloads
{
    public static string Table =>
        """
        Deployment!: 1=metadata(ObjectMeta) 2=spec(DeploymentSpec) 3-
        DeploymentSpec!: 1=replicas# 2=selector(LabelSelector) 3=template(PodTemplateSpec) 4=strategy(DeploymentStrategy) 5=minReadySeconds#- 6=revisionHistoryLimit# 7=paused?- 9=progressDeadlineSeconds#
        DeploymentStrategy!: 1=type 2=rollingUpdate(RollingUpdateDeployment)
        RollingUpdateDeployment!: 1=maxUnavailable~ 2=maxSurge~
        Job!: 1=metadata(ObjectMeta) 2=spec(JobSpec) 3-
        JobSpec!: 1=parallelism# 2=completions# 3=activeDeadlineSeconds# 4=selector(LabelSelector) 5=manualSelector? 6=template(PodTemplateSpec) 7=backoffLimit# 8=ttlSecondsAfterFinished# 9=completionMode 10=suspend? 12=backoffLimitPerIndex# 13=maxFailedIndexes# 14=podReplacementPolicy 15=managedBy
        CronJob!: 1=metadata(ObjectMeta) 2=spec(CronJobSpec) 3-
        CronJobSpec!: 1=schedule 2=startingDeadlineSeconds# 3=concurrencyPolicy 4=suspend? 5=jobTemplate(JobTemplateSpec) 6=successfulJobsHistoryLimit# 7=failedJobsHistoryLimit# 8=timeZone
        JobTemplateSpec!: 1=metadata(ObjectMeta) 2=spec(JobSpec)
        Pod!: 1=metadata(ObjectMeta) 2=spec(PodSpec) 3-
        PodTemplateSpec!: 1=metadata(ObjectMeta) 2=spec(PodSpec)
        PodSpec!: 1=volumes[Volume] 2=containers[Container] 3=restartPolicy 4=terminationGracePeriodSeconds# 5=activeDeadlineSeconds# 6=dnsPolicy 7=nodeSelector{} 8=serviceAccountName 9=serviceAccount 10=nodeName 11=hostNetwork?- 12=hostPID?- 13=hostIPC?- 14=securityContext(PodSecurityContext) 15=imagePullSecrets[LocalObjectReference] 16=hostname 17=subdomain 19=schedulerName 20=initContainers[Container] 21=automountServiceAccountToken? 22=tolerations[Toleration] 23=hostAliases[HostAlias] 24=priorityClassName 25=priority# 27=shareProcessNamespace? 29=runtimeClassName 30=enableServiceLinks? 31=preemptionPolicy 35=setHostnameAsFQDN? 37=hostUsers?
        Container!: 1=name 2=image 3=command[] 4=args[] 5=workingDir 6=ports[ContainerPort] 7=env[EnvVar] 8=resources(ResourceRequirements) 9=volumeMounts[VolumeMount] 10=livenessProbe(Probe) 11=readinessProbe(Probe) 12=lifecycle(Lifecycle) 13=terminationMessagePath 14=imagePullPolicy 15=securityContext(SecurityContext) 16=stdin?- 17=stdinOnce?- 18=tty?- 19=envFrom[EnvFromSource] 20=terminationMessagePolicy 22=startupProbe(Probe) 24=restartPolicy
        ContainerPort!: 1=name 2=hostPort#- 3=containerPort# 4=protocol 5=hostIP
        EnvVar!: 1=name 2=value 3=valueFrom(EnvVarSource)
        EnvVarSource!: 1=fieldRef(ObjectFieldSelector) 2=resourceFieldRef(ResourceFieldSelector) 3=configMapKeyRef(KeySelector) 4=secretKeyRef(KeySelector)
        ObjectFieldSelector!: 1=apiVersion 2=fieldPath
        ResourceFieldSelector!: 1=containerName 2=resource 3=divisor*
        KeySelector!: 1=(LocalObjectReference) 2=key 3=optional?
        EnvFromSource!: 1=prefix 2=configMapRef(NameSelector) 3=secretRef(NameSelector)
        NameSelector!: 1=(LocalObjectReference) 2=optional?
        ResourceRequirements!: 1=limits{q} 2=requests{q}
        VolumeMount!: 1=name 2=readOnly?- 3=mountPath 4=subPath 5=mountPropagation 6=subPathExpr 7=recursiveReadOnly
        Probe!: 1=(ProbeHandler) 2=initialDelaySeconds#- 3=timeoutSeconds#- 4=periodSeconds#- 5=successThreshold#- 6=failureThreshold#- 7=terminationGracePeriodSeconds#
        ProbeHandler!: 1=exec(ExecAction) 2=httpGet(HTTPGetAction) 3=tcpSocket(TCPSocketAction) 4=grpc(GRPCAction)
        ExecAction!: 1=command[]
        HTTPGetAction!: 1=path 2=port~ 3=host 4=scheme 5=httpHeaders[HTTPHeader]
        HTTPHeader!: 1=name 2=value
        TCPSocketAction!: 1=port~ 2=host
        GRPCAction!: 1=port# 2=service
        Lifecycle!: 1=postStart(LifecycleHandler) 2=preStop(LifecycleHandler)
        LifecycleHandler!: 1=exec(ExecAction) 2=httpGet(HTTPGetAction) 3=tcpSocket(TCPSocketAction)
        SecurityContext!: 1=capabilities(Capabilities) 2=privileged? 3=seLinuxOptions(SELinuxOptions) 4=runAsUser# 5=runAsNonRoot? 6=readOnlyRootFilesystem? 7=allowPrivilegeEscalation? 8=runAsGroup# 9=procMount 11=seccompProfile(SeccompProfile)
        PodSecurityContext!: 1=seLinuxOptions(SELinuxOptions) 2=runAsUser# 3=runAsNonRoot? 4=supplementalGroups[#] 5=fsGroup# 6=runAsGroup# 9=fsGroupChangePolicy 10=seccompProfile(SeccompProfile)
        Capabilities!: 1=add[] 2=drop[]
        SELinuxOptions!: 1=user 2=role 3=type 4=level
        SeccompProfile!: 1=type 2=localhostProfile
        Toleration!: 1=key 2=operator 3=value 4=effect 5=tolerationSeconds#
        HostAlias!: 1=ip 2=hostnames[]
        Volume!: 1=name 2=(VolumeSource)
        VolumeSource!: 1=hostPath(HostPathVolumeSource) 2=emptyDir(EmptyDirVolumeSource) 6=secret(SecretVolumeSource) 7=nfs(NFSVolumeSource) 10=persistentVolumeClaim(ClaimVolumeSource) 16=downwardAPI(DownwardVolumeSource) 19=configMap(ConfigMapVolumeSource)
        HostPathVolumeSource!: 1=path 2=type
        EmptyDirVolumeSource!: 1=medium 2=sizeLimit*
        SecretVolumeSource!: 1=secretName 2=items[KeyToPath] 3=defaultMode# 4=optional?
        NFSVolumeSource!: 1=server 2=path 3=readOnly?-
        ClaimVolumeSource!: 1=claimName 2=readOnly?-
        DownwardVolumeSource!: 1=items[DownwardFile] 2=defaultMode#
        DownwardFile!: 1=path 2=fieldRef(ObjectFieldSelector) 3=resourceFieldRef(ResourceFieldSelector) 4=mode#
        ConfigMapVolumeSource!: 1=(LocalObjectReference) 2=items[KeyToPath] 3=defaultMode# 4=optional?
        KeyToPath!: 1=key 2=path 3=mode#
        Service!: 1=metadata(ObjectMeta) 2=spec(ServiceSpec) 3-
        ServiceSpec!: 1=ports[ServicePort] 2=selector{} 3=clusterIP 4=type 5=externalIPs[] 7=sessionAffinity 8=loadBalancerIP 9=loadBalancerSourceRanges[] 10=externalName 11=externalTrafficPolicy 12=healthCheckNodePort#- 13=publishNotReadyAddresses?- 17=ipFamilyPolicy 18=clusterIPs[] 19=ipFamilies[] 20=allocateLoadBalancerNodePorts? 21=loadBalancerClass 22=internalTrafficPolicy
        ServicePort!: 1=name 2=protocol 3=port# 4=targetPort~ 5=nodePort#- 6=appProtocol
        """;
}
