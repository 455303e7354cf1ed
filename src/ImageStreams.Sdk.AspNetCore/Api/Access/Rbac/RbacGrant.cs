namespace ImageStreams.AspNetCore;

/// <summary>A rule that a user has, and where it is from.</summary>
internal sealed record RbacGrant(RbacBinding Binding, RbacRole Role, RbacSubject Subject, RbacRule Rule);
