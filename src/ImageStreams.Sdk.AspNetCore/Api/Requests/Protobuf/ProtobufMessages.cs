namespace ImageStreams.AspNetCore;

/// <summary>The messages that clients of Kubernetes' own kinds send as protobuf, by the names of their types.</summary>
/// <remarks>A line for each type: its name, and then its fields by their numbers. <c>name(Type)</c> is a message, <c>(Type)</c> one whose
/// fields belong to the outer one, <c>name[Type]</c> a list of messages, <c>name[]</c> a list of texts, <c>name[#]</c> one of numbers,
/// <c>name{}</c> a map of texts, <c>name{b}</c> one of bytes, <c>name{q}</c> one of quantities, and <c>name{[]}</c> one of lists of texts;
/// <c>name#</c> is a number, <c>name?</c> true or false, <c>name#-</c> and <c>name?-</c> the same, left out when 0 or false, <c>name~</c> a
/// number or a text, <c>name*</c> a quantity, <c>name@</c> a time, and any other a text. A number with <c>-</c> alone is a field that a server
/// sets, and other numbers are left out as well, unless the name of the type ends with <c>!</c>: then they are refused.</remarks>
internal static class ProtobufMessages
{
    private static readonly Lazy<Dictionary<string, ProtobufMessage>> ByType = new(Parse);

    /// <summary>The kinds that are sent, as against parts of them.</summary>
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "SelfSubjectReview", "TokenReview", "SelfSubjectAccessReview", "SubjectAccessReview", "LocalSubjectAccessReview", "SelfSubjectRulesReview",
        "Namespace", "ConfigMap", "Secret", "ServiceAccount", "ResourceQuota", "LimitRange",
        "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "DeleteOptions",
        "Deployment", "Job", "CronJob", "Pod", "Service",
    };

    private static string Table =>
        """
        ObjectMeta: 1=name 2=generateName 3=namespace 5=uid 6=resourceVersion 11=labels{} 12=annotations{} 13=ownerReferences[OwnerReference] 14=finalizers[]
        OwnerReference: 1=kind 3=name 4=uid 5=apiVersion 6=controller? 7=blockOwnerDeletion?
        SelfSubjectReview: 1=metadata(ObjectMeta)
        TokenReview: 1=metadata(ObjectMeta) 2=spec(TokenReviewSpec)
        TokenReviewSpec: 1=token 2=audiences[]
        SelfSubjectAccessReview: 1=metadata(ObjectMeta) 2=spec(SelfSubjectAccessReviewSpec)
        SelfSubjectAccessReviewSpec: 1=resourceAttributes(ResourceAttributes) 2=nonResourceAttributes(NonResourceAttributes)
        SubjectAccessReview: 1=metadata(ObjectMeta) 2=spec(SubjectAccessReviewSpec)
        LocalSubjectAccessReview: 1=metadata(ObjectMeta) 2=spec(SubjectAccessReviewSpec)
        SubjectAccessReviewSpec: 1=resourceAttributes(ResourceAttributes) 2=nonResourceAttributes(NonResourceAttributes) 3=user 4=groups[] 5=extra{[]} 6=uid
        ResourceAttributes: 1=namespace 2=verb 3=group 4=version 5=resource 6=subresource 7=name
        NonResourceAttributes: 1=path 2=verb
        SelfSubjectRulesReview: 1=metadata(ObjectMeta) 2=spec(SelfSubjectRulesReviewSpec)
        SelfSubjectRulesReviewSpec: 1=namespace
        Namespace: 1=metadata(ObjectMeta) 2=spec(NamespaceSpec) 3=status(NamespaceStatus)
        NamespaceSpec: 1=finalizers[]
        NamespaceStatus: 1=phase 2=conditions[NamespaceCondition]
        NamespaceCondition: 1=type 2=status 4=lastTransitionTime@ 5=reason 6=message
        ConfigMap: 1=metadata(ObjectMeta) 2=data{} 3=binaryData{b} 4=immutable?
        Secret: 1=metadata(ObjectMeta) 2=data{b} 3=type 4=stringData{} 5=immutable?
        ServiceAccount: 1=metadata(ObjectMeta) 2=secrets[ObjectReference] 3=imagePullSecrets[LocalObjectReference] 4=automountServiceAccountToken?
        ObjectReference: 1=kind 2=namespace 3=name 4=uid 5=apiVersion 6=resourceVersion 7=fieldPath
        LocalObjectReference: 1=name
        ResourceQuota: 1=metadata(ObjectMeta) 2=spec(ResourceQuotaSpec) 3=status(ResourceQuotaStatus)
        ResourceQuotaSpec: 1=hard{q} 2=scopes[] 3=scopeSelector(ScopeSelector)
        ResourceQuotaStatus: 1=hard{q} 2=used{q}
        ScopeSelector: 1=matchExpressions[ScopeRequirement]
        ScopeRequirement: 1=scopeName 2=operator 3=values[]
        LimitRange: 1=metadata(ObjectMeta) 2=spec(LimitRangeSpec)
        LimitRangeSpec: 1=limits[LimitRangeItem]
        LimitRangeItem: 1=type 2=max{q} 3=min{q} 4=default{q} 5=defaultRequest{q} 6=maxLimitRequestRatio{q}
        Role: 1=metadata(ObjectMeta) 2=rules[PolicyRule]
        ClusterRole: 1=metadata(ObjectMeta) 2=rules[PolicyRule] 3=aggregationRule(AggregationRule)
        PolicyRule: 1=verbs[] 2=apiGroups[] 3=resources[] 4=resourceNames[] 5=nonResourceURLs[]
        AggregationRule: 1=clusterRoleSelectors[LabelSelector]
        LabelSelector: 1=matchLabels{} 2=matchExpressions[LabelRequirement]
        LabelRequirement: 1=key 2=operator 3=values[]
        RoleBinding: 1=metadata(ObjectMeta) 2=subjects[Subject] 3=roleRef(RoleRef)
        ClusterRoleBinding: 1=metadata(ObjectMeta) 2=subjects[Subject] 3=roleRef(RoleRef)
        Subject: 1=kind 2=apiGroup 3=name 4=namespace
        RoleRef: 1=apiGroup 2=kind 3=name
        DeleteOptions: 1=gracePeriodSeconds# 2=preconditions(Preconditions) 3=orphanDependents? 4=propagationPolicy 5=dryRun[]
        Preconditions: 1=uid 2=resourceVersion
        """;

    /// <summary>Finds the message of a kind; null for one that is not read as protobuf.</summary>
    public static ProtobufMessage? FindKind(string kind) => Kinds.Contains(kind) ? Get(kind) : null;

    /// <summary>Gets the message of a type.</summary>
    public static ProtobufMessage Get(string type) => ByType.Value[type];

    private static Dictionary<string, ProtobufMessage> Parse() => $"{Table}\n{ProtobufWorkloads.Table}"
        .Split('\n')
        .Select(static line => line.Split(": "))
        .ToDictionary(static parts => parts[0].TrimEnd('!'), static parts => Parse(parts[0], parts[1]), StringComparer.Ordinal);

    private static ProtobufMessage Parse(string name, string fields) =>
        new(fields.Split(' ').Select(ProtobufField.Parse)) { IsComplete = name.EndsWith('!') };
}
