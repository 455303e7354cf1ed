namespace ImageStreams.Serialization;

/// <summary>The fields of the pods of Kubernetes, without their volumes.</summary>
/// <remarks>The grammar is that of <see cref="ApiTypes"/>.</remarks>
internal static class PodFields
{
    public const string Text = """
        PodTemplateSpec: metadata(ObjectMeta) spec(PodSpec)
        PodSpec: activeDeadlineSeconds# affinity(Affinity) automountServiceAccountToken? containers[Container:name]
          dnsConfig(PodDNSConfig) dnsPolicy enableServiceLinks? ephemeralContainers[EphemeralContainer:name]
          hostAliases[HostAlias:ip] hostIPC? hostNetwork? hostPID? hostUsers? hostname hostnameOverride
          imagePullSecrets[LocalObjectReference:name] initContainers[Container:name] nodeName nodeSelector{~} os(PodOS)
          overhead{*} preemptionPolicy priority# priorityClassName readinessGates[PodReadinessGate]
          resourceClaims[PodResourceClaim:name!] resources(ResourceRequirements) restartPolicy runtimeClassName schedulerName
          schedulingGates[PodSchedulingGate:name] securityContext(PodSecurityContext) serviceAccount serviceAccountName
          setHostnameAsFQDN? shareProcessNamespace? subdomain terminationGracePeriodSeconds# tolerations[Toleration]
          topologySpreadConstraints[TopologySpreadConstraint:topologyKey,whenUnsatisfiable] volumes[Volume:name!]
        Affinity: nodeAffinity(NodeAffinity) podAffinity(PodAffinity) podAntiAffinity(PodAntiAffinity)
        Container: args[] command[] env[EnvVar:name] envFrom[EnvFromSource] image imagePullPolicy lifecycle(Lifecycle)
          livenessProbe(Probe) name ports[ContainerPort:containerPort,protocol=TCP] readinessProbe(Probe)
          resizePolicy[ContainerResizePolicy] resources(ResourceRequirements) restartPolicy
          restartPolicyRules[ContainerRestartRule] securityContext(SecurityContext) startupProbe(Probe) stdin? stdinOnce?
          terminationMessagePath terminationMessagePolicy tty? volumeDevices[VolumeDevice:devicePath]
          volumeMounts[VolumeMount:mountPath] workingDir
        PodDNSConfig: nameservers[] options[PodDNSConfigOption] searches[]
        EphemeralContainer: args[] command[] env[EnvVar:name] envFrom[EnvFromSource] image imagePullPolicy lifecycle(Lifecycle)
          livenessProbe(Probe) name ports[ContainerPort:containerPort,protocol=TCP] readinessProbe(Probe)
          resizePolicy[ContainerResizePolicy] resources(ResourceRequirements) restartPolicy
          restartPolicyRules[ContainerRestartRule] securityContext(SecurityContext) startupProbe(Probe) stdin? stdinOnce?
          targetContainerName terminationMessagePath terminationMessagePolicy tty? volumeDevices[VolumeDevice:devicePath]
          volumeMounts[VolumeMount:mountPath] workingDir
        HostAlias: hostnames[] ip
        PodOS: name
        PodReadinessGate: conditionType
        PodResourceClaim: name resourceClaimName resourceClaimTemplateName source(ClaimSource)
        ClaimSource: resourceClaimName resourceClaimTemplateName
        ResourceRequirements: claims[ResourceClaim:name^] limits{*} requests{*}
        PodSchedulingGate: name
        PodSecurityContext: appArmorProfile(AppArmorProfile) fsGroup# fsGroupChangePolicy runAsGroup# runAsNonRoot? runAsUser#
          seLinuxChangePolicy seLinuxOptions(SELinuxOptions) seccompProfile(SeccompProfile) supplementalGroups[#]
          supplementalGroupsPolicy sysctls[Sysctl] windowsOptions(WindowsSecurityContextOptions)
        Toleration: effect key operator tolerationSeconds# value
        TopologySpreadConstraint: labelSelector(LabelSelector) matchLabelKeys[] maxSkew# minDomains# nodeAffinityPolicy
          nodeTaintsPolicy topologyKey whenUnsatisfiable
        NodeAffinity: preferredDuringSchedulingIgnoredDuringExecution[PreferredSchedulingTerm]
          requiredDuringSchedulingIgnoredDuringExecution(NodeSelector)
        PodAffinity: preferredDuringSchedulingIgnoredDuringExecution[WeightedPodAffinityTerm]
          requiredDuringSchedulingIgnoredDuringExecution[PodAffinityTerm]
        PodAntiAffinity: preferredDuringSchedulingIgnoredDuringExecution[WeightedPodAffinityTerm]
          requiredDuringSchedulingIgnoredDuringExecution[PodAffinityTerm]
        EnvVar: name value valueFrom(EnvVarSource)
        EnvFromSource: configMapRef(ConfigMapEnvSource) prefix secretRef(SecretEnvSource)
        Lifecycle: postStart(LifecycleHandler) preStop(LifecycleHandler) stopSignal
        Probe: exec(ExecAction) failureThreshold# grpc(GRPCAction) httpGet(HTTPGetAction) initialDelaySeconds# periodSeconds#
          successThreshold# tcpSocket(TCPSocketAction) terminationGracePeriodSeconds# timeoutSeconds#
        ContainerPort: containerPort# hostIP hostPort# name protocol
        ContainerResizePolicy: resourceName restartPolicy
        ContainerRestartRule: action exitCodes(ContainerRestartRuleOnExitCodes)
        SecurityContext: allowPrivilegeEscalation? appArmorProfile(AppArmorProfile) capabilities(Capabilities) privileged?
          procMount readOnlyRootFilesystem? runAsGroup# runAsNonRoot? runAsUser# seLinuxOptions(SELinuxOptions)
          seccompProfile(SeccompProfile) windowsOptions(WindowsSecurityContextOptions)
        VolumeDevice: devicePath name
        VolumeMount: mountPath mountPropagation name readOnly? recursiveReadOnly subPath subPathExpr
        PodDNSConfigOption: name value
        ResourceClaim: name request
        AppArmorProfile: localhostProfile type
        SELinuxOptions: level role type user
        SeccompProfile: localhostProfile type
        Sysctl: name value
        WindowsSecurityContextOptions: gmsaCredentialSpec gmsaCredentialSpecName hostProcess? runAsUserName
        PreferredSchedulingTerm: preference(NodeSelectorTerm) weight#
        NodeSelector~: nodeSelectorTerms[NodeSelectorTerm]
        WeightedPodAffinityTerm: podAffinityTerm(PodAffinityTerm) weight#
        PodAffinityTerm: labelSelector(LabelSelector) matchLabelKeys[] mismatchLabelKeys[] namespaceSelector(LabelSelector)
          namespaces[] topologyKey
        EnvVarSource: configMapKeyRef(ConfigMapKeySelector) fieldRef(ObjectFieldSelector) fileKeyRef(FileKeySelector)
          resourceFieldRef(ResourceFieldSelector) secretKeyRef(SecretKeySelector)
        ConfigMapEnvSource: name optional?
        SecretEnvSource: name optional?
        LifecycleHandler: exec(ExecAction) httpGet(HTTPGetAction) sleep(SleepAction) tcpSocket(TCPSocketAction)
        ExecAction: command[]
        GRPCAction: port# service
        HTTPGetAction: host httpHeaders[HTTPHeader] path port* scheme
        TCPSocketAction: host port*
        ContainerRestartRuleOnExitCodes: operator values[#]
        Capabilities: add[] drop[]
        NodeSelectorTerm~: matchExpressions[NodeSelectorRequirement] matchFields[NodeSelectorRequirement]
        ConfigMapKeySelector~: key name optional?
        ObjectFieldSelector~: apiVersion fieldPath
        FileKeySelector~: key optional? path volumeName
        ResourceFieldSelector~: containerName divisor* resource
        SecretKeySelector~: key name optional?
        SleepAction: seconds#
        HTTPHeader: name value
        NodeSelectorRequirement: key operator values[]
        """;
}
