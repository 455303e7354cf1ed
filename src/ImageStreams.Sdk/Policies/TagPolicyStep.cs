namespace ImageStreams.Policies;

/// <summary>The greatest change from the version that is followed now.</summary>
public enum TagPolicyStep
{
    /// <summary>Any change.</summary>
    Any,

    /// <summary>A change of the major number, which is any change.</summary>
    Major,

    /// <summary>A change of the minor number: the major number stays.</summary>
    Minor,

    /// <summary>A change of the patch number: the major and minor numbers stay.</summary>
    Patch,
}
