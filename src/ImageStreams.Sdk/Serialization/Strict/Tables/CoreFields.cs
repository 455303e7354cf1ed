namespace ImageStreams.Serialization;

/// <summary>The fields of the kinds of Kubernetes that are beside the pods.</summary>
/// <remarks>The grammar is that of <see cref="ApiTypes"/>.</remarks>
internal static class CoreFields
{
    public const string Text = """
        ConfigMap: kind apiVersion metadata(ObjectMeta) immutable? data{} binaryData{}
        Secret: kind apiVersion metadata(ObjectMeta) immutable? data{} stringData{} type
        ServiceAccount: kind apiVersion metadata(ObjectMeta) secrets[ObjectReference:name]
          imagePullSecrets[LocalObjectReference] automountServiceAccountToken?
        Service: kind apiVersion metadata(ObjectMeta) spec(ServiceSpec) status(ServiceStatus)
        ServiceSpec: ports[ServicePort:port,protocol=TCP] selector{~} clusterIP clusterIPs[] type externalIPs[]
          sessionAffinity loadBalancerIP loadBalancerSourceRanges[] externalName externalTrafficPolicy healthCheckNodePort#
          publishNotReadyAddresses? sessionAffinityConfig(SessionAffinityConfig) ipFamilies[] ipFamilyPolicy
          allocateLoadBalancerNodePorts? loadBalancerClass internalTrafficPolicy trafficDistribution
        ServicePort: name protocol appProtocol port# targetPort* nodePort#
        SessionAffinityConfig: clientIP(ClientIPConfig)
        ClientIPConfig: timeoutSeconds#
        ServiceStatus: loadBalancer(LoadBalancerStatus) conditions[ServiceCondition:type]
        LoadBalancerStatus: ingress*
        ServiceCondition: type status observedGeneration# lastTransitionTime reason message
        Event: kind apiVersion metadata(ObjectMeta) involvedObject(ObjectReference) reason message source(EventSource)
          firstTimestamp lastTimestamp count# type eventTime series(EventSeries) action related(ObjectReference)
          reportingComponent reportingInstance
        EventSource: component host
        EventSeries: count# lastObservedTime
        Lease: kind apiVersion metadata(ObjectMeta) spec(LeaseSpec)
        LeaseSpec: holderIdentity leaseDurationSeconds# acquireTime@ renewTime@ leaseTransitions# strategy preferredHolder
        CustomResourceDefinition: kind apiVersion metadata(ObjectMeta) spec* status*
        APIService: kind apiVersion metadata(ObjectMeta) spec(APIServiceSpec) status(APIServiceStatus)
        APIServiceSpec: service(ServiceReference) group version insecureSkipTLSVerify? caBundle groupPriorityMinimum#
          versionPriority#
        ServiceReference: namespace name port#
        APIServiceStatus: conditions[APIServiceCondition:type]
        APIServiceCondition: type status lastTransitionTime reason message
        """;
}
