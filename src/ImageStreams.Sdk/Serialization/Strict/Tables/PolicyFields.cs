namespace ImageStreams.Serialization;

/// <summary>The fields of namespaces, of what limits them, and of the rights in them.</summary>
/// <remarks>The grammar is that of <see cref="ApiTypes"/>.</remarks>
internal static class PolicyFields
{
    public const string Text = """
        Namespace: kind apiVersion metadata(ObjectMeta) spec(NamespaceSpec) status(NamespaceStatus)
        NamespaceSpec: finalizers[]
        NamespaceStatus: phase conditions[NamespaceCondition:type]
        NamespaceCondition: type status lastTransitionTime reason message
        LimitRange: kind apiVersion metadata(ObjectMeta) spec(LimitRangeSpec)
        LimitRangeSpec: limits[LimitRangeItem]
        LimitRangeItem: type max{*} min{*} default{*} defaultRequest{*} maxLimitRequestRatio{*}
        ResourceQuota: kind apiVersion metadata(ObjectMeta) spec(ResourceQuotaSpec) status(ResourceQuotaStatus)
        ResourceQuotaSpec: hard{*} scopes[] scopeSelector(ScopeSelector)
        ResourceQuotaStatus: hard{*} used{*}
        ScopeSelector~: matchExpressions[ScopedResourceSelectorRequirement]
        ScopedResourceSelectorRequirement: scopeName operator values[]
        Role: kind apiVersion metadata(ObjectMeta) rules[PolicyRule]
        ClusterRole: kind apiVersion metadata(ObjectMeta) rules[PolicyRule] aggregationRule(AggregationRule)
        PolicyRule: verbs[] apiGroups[] resources[] resourceNames[] nonResourceURLs[]
        AggregationRule: clusterRoleSelectors[LabelSelector]
        RoleBinding: kind apiVersion metadata(ObjectMeta) subjects[Subject] roleRef(RoleRef)
        ClusterRoleBinding: kind apiVersion metadata(ObjectMeta) subjects[Subject] roleRef(RoleRef)
        RoleRef~: apiGroup kind name
        Subject~: kind apiGroup name namespace
        """;
}
